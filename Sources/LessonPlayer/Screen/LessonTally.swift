import Screen
import Tutor
import Vocabulary

/// The answers that a room votes between, each with its votes, in the longest form that there is room
/// for.
struct LessonTally {
  let texts: [String]
  let counts: [Int]
  /// Whether a digit is pressed for each.
  let hasNumbers: Bool
  /// Whether the texts are numbers or shapes, of which several stand on a line.
  let isShort: Bool
  let width: Int
  /// What a click on an answer does, where each has lines of its own.
  let click: (Int) -> Command?

  /// From the longest to the shortest.
  enum Form: CaseIterable {
    /// An answer on each line, with a bar.
    case list
    /// Two answers on a line, with shorter bars.
    case columns
    /// One answer after another, without bars.
    case counts
    /// The answers stay as long as one votes; how many votes they have gives way.
    case none
  }

  func lines(_ form: Form) -> [StyledLine] {
    switch form {
    case .list: list(bar: 20)
    case .columns: isShort ? columns() ?? running : list(bar: 6)
    case .counts: isShort ? running : list(bar: 0)
    case .none: isShort && !hasNumbers ? [] : lines(.counts)
    }
  }

  private func list(bar: Int) -> [StyledLine] {
    texts.indices.flatMap { index in
      StyledLine.wrapped(pieces(index, bar: bar), width: width, indent: 2)
        .map { $0.clicked(click(index)) }
    }
  }

  /// Nil where no bar would be left beside the longest text.
  private func columns() -> [StyledLine]? {
    let gap = 2
    let cell = (width - gap) / 2
    // A mark stands there in place of a bar.
    let rest = texts.indices.map { length(pieces($0, bar: 0)) - 1 }.max() ?? 0
    let bar = min(20, cell - rest)
    guard bar >= 3 else { return nil }
    let rows = (texts.count + 1) / 2
    return (0..<rows).map { row in
      var line = StyledLine()
      line.pieces = pieces(row, bar: bar)
      if texts.indices.contains(row + rows) {
        let space = String(repeating: " ", count: cell + gap - length(line.pieces))
        line.pieces.append(.init(text: space, style: Style()))
        line.pieces += pieces(row + rows, bar: bar)
      }
      return line
    }
  }

  /// All of them in a sentence, broken between two.
  private var running: [StyledLine] {
    var lines: [StyledLine] = []
    for index in texts.indices {
      let pieces = pieces(index, bar: 0)
      if let last = lines.last, last.width + 3 + length(pieces) <= width {
        lines[lines.count - 1].pieces.append(.init(text: "   ", style: Style()))
        lines[lines.count - 1].pieces += pieces
      } else {
        var line = StyledLine()
        line.pieces = pieces
        lines.append(line)
      }
    }
    return lines
  }

  /// An answer and its votes; `bar` is the length of the longest bar.
  private func pieces(_ index: Int, bar: Int) -> [StyledLine.Piece] {
    let most = max(1, counts.max() ?? 1)
    var pieces: [StyledLine.Piece] = []
    if hasNumbers {
      pieces.append(.init(text: "\(index + 1) ", style: Style(.accent, bold: true)))
    }
    pieces.append(.init(text: texts[index], style: Style()))
    let mark =
      bar > 0 ? String(repeating: "■", count: counts[index] * min(bar, most) / most) : "·"
    pieces.append(.init(text: "  \(mark) \(counts[index])", style: Style(.good, bold: true)))
    return pieces
  }

  private func length(_ pieces: [StyledLine.Piece]) -> Int {
    StyledLine.width(of: pieces)
  }
}
