import Phrases
import Screen
import Tutor
import Vocabulary
import Wording

/// One line of pieces, each with a style of its own.
struct StyledLine: Hashable {
  struct Piece: Hashable {
    var text: String
    var style: Style
    /// Code stays on one line where it is short: it is there to be typed.
    var isCode = false
  }

  var pieces: [Piece] = []
  /// The columns before it.
  var indent = 0
  /// What a click on it does.
  var click: Command?

  var width: Int { Self.width(of: pieces) + indent }
  var text: String { pieces.map(\.text).joined() }

  init(_ text: String = "", _ style: Style = Style(), indent: Int = 0) {
    if !text.isEmpty { pieces = [Piece(text: text, style: style)] }
    self.indent = indent
  }

  /// The same line, on which a click does something.
  func clicked(_ command: Command?) -> StyledLine {
    var line = self
    line.click = command
    return line
  }

  /// The cells that pieces take.
  static func width(of pieces: [Piece]) -> Int {
    pieces.reduce(0) { $0 + Cleaning.width(of: $1.text) }
  }

  /// Pieces in lines of at most `width` columns, broken between words; the lines after the first
  /// stand `indent` columns further in.
  static func wrapped(_ pieces: [Piece], width: Int, indent: Int = 0) -> [StyledLine] {
    let words = words(of: pieces)
    let lines = Fitted.packed(words.map(Self.width), width: width, indent: indent)
    return lines.enumerated().map { place, range in
      var line = StyledLine(indent: place == 0 ? 0 : indent)
      for word in words[range] {
        if let last = line.pieces.last {
          // Code and emphasis go on across a space between two words of theirs.
          let style = last.style == word[0].style ? last.style : Style()
          line.pieces.append(Piece(text: " ", style: style))
        }
        line.pieces += word
      }
      return line
    }
  }

  /// The words of some pieces, each of one piece or of several: only a space parts them.
  private static func words(of pieces: [Piece]) -> [[Piece]] {
    var words: [[Piece]] = []
    var word: [Piece] = []
    for piece in pieces {
      let isWhole = piece.isCode && piece.text.count <= 30
      let parts = isWhole ? [piece.text[...]] : Self.words(of: piece.text)
      for (index, part) in parts.enumerated() {
        if index > 0, !word.isEmpty {
          words.append(word)
          word = []
        }
        if !part.isEmpty { word.append(Piece(text: String(part), style: piece.style)) }
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The words of a text; what stands in square brackets is one with its address, and a shape is one.
  private static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var end: Character?
    for index in text.indices {
      switch text[index] {
      case "[": end = "]"
      case "(" where isShape(text[index...]): end = ")"
      case let character where character == end: end = nil
      case " " where end == nil:
        words.append(text[start..<index])
        start = text.index(after: index)
      default: break
      }
    }
    words.append(text[start...])
    return words
  }

  /// Whether a text begins with a shape, `(50, 10)` or `(None, 128)`, not with a remark.
  private static func isShape(_ text: Substring) -> Bool {
    // A remark is seldom told by its end, which may be far.
    let sizes = text.dropFirst().prefix { $0.isNumber || ", None".contains($0) }
    guard sizes.endIndex < text.endIndex, text[sizes.endIndex] == ")" else { return false }
    return sizes.split(separator: ",").allSatisfy { part in
      let size = part.drop { $0 == " " }
      return size == "None" || !size.isEmpty && size.allSatisfy(\.isNumber)
    }
  }

  func draw(column: Int, row: Int, on canvas: inout Canvas) {
    var next = column + indent
    for piece in pieces {
      next = canvas.write(plain: piece.text, column: next, row: row, style: piece.style)
    }
    if let click {
      canvas.click(Rect(column: column, row: row, width: next - column, height: 1), .does(click))
    }
  }
}
