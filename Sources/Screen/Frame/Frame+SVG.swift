import Wording

extension Frame {
  /// The frame as a picture for a web page.
  ///
  /// Bars, blocks, boxes, lines and triangles are drawn as shapes, so that they look right whatever
  /// font the browser has; every run of text is told its length, so that columns stay in line.
  package func svg(theme: Theme = .dark, title: String = "") -> String {
    var picture = Picture(self, theme: theme)
    picture.draw()
    return picture.document(title: Cleaning.text(title))
  }
}

/// One frame on its way to SVG: shapes gathered by colour, texts run by run.
struct Picture {
  static let cellWidth = 10
  static let cellHeight = 20
  private static let margin = 10

  private let frame: Frame
  private let palette: Palette
  private let text: Int
  private let ground: Int
  private var grounds: [(colour: Int, path: String)] = []
  private var shapes: [(colour: Int, path: String)] = []
  private var texts: [String] = []

  init(_ frame: Frame, theme: Theme) {
    self.frame = frame
    palette = Palette(Look(tier: .colours256, theme: theme))
    text = theme == .dark ? 252 : 16
    ground = theme == .dark ? 233 : 231
  }

  mutating func draw() {
    for row in 0..<frame.height { drawGrounds(row) }
    for row in 0..<frame.height { drawShapes(row) }
    for row in 0..<frame.height { drawTexts(row) }
  }

  func document(title: String) -> String {
    let width = frame.width * Picture.cellWidth + 2 * Picture.margin
    let height = frame.height * Picture.cellHeight + 2 * Picture.margin
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      width="\(width)" height="\(height)" role="img">
      """
    ]
    if !title.isEmpty { lines.append("<title>\(Picture.escaped(title))</title>") }
    lines.append(
      "<style>text{font:16px ui-monospace,Menlo,Consolas,\"DejaVu Sans Mono\",monospace;"
        + "white-space:pre}</style>")
    let background = Colour.hexadecimal(ground)
    lines.append("<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"\(background)\"/>")
    lines.append("<g transform=\"translate(\(Picture.margin) \(Picture.margin))\">")
    lines.append("<g shape-rendering=\"crispEdges\">")
    for (colour, path) in grounds + shapes {
      lines.append("<path fill=\"\(Colour.hexadecimal(colour))\" d=\"\(path)\"/>")
    }
    lines.append("</g>")
    lines += texts
    lines.append("</g>")
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  /// Foreground and background as they are seen, a reversal carried out.
  private func colours(_ cell: Cell) -> (ink: Int, ground: Int?, bold: Bool, underlined: Bool) {
    let appearance = palette.appearance(of: cell)
    let ink = appearance.foreground ?? text
    let bold = appearance.bold
    let underlined = appearance.underlined
    if appearance.reversed { return (appearance.background ?? ground, ink, bold, underlined) }
    return (ink, appearance.background, bold, underlined)
  }

  /// Adds a path to those of its colour.
  private static func add(
    _ path: String, _ colour: Int, to paths: inout [(colour: Int, path: String)]
  ) {
    if let place = paths.firstIndex(where: { $0.colour == colour }) {
      paths[place].path += path
    } else {
      paths.append((colour, path))
    }
  }

  private mutating func drawGrounds(_ row: Int) {
    for run in runs(row, of: { colours($0).ground }) {
      guard let colour = run.value else { continue }
      Picture.add(rectangle(run.columns, row, 0, Picture.cellHeight), colour, to: &grounds)
    }
  }

  private mutating func drawShapes(_ row: Int) {
    struct Look: Equatable {
      var content: Content
      var ink: Int
      var underlined: Bool
    }
    let looks = runs(row) { cell in
      let (ink, _, _, underlined) = colours(cell)
      return Look(content: cell.content, ink: ink, underlined: underlined)
    }
    let top = row * Picture.cellHeight
    for run in looks {
      // Neighbours of the same height and colour are one rectangle.
      let step = Shape.merges(run.value.content) ? run.columns.count : 1
      for column in stride(from: run.columns.lowerBound, to: run.columns.upperBound, by: step) {
        let left = column * Picture.cellWidth
        let width = step * Picture.cellWidth
        guard let path = Shape.path(run.value.content, left, top, width) else { break }
        Picture.add(path, run.value.ink, to: &shapes)
      }
      if run.value.underlined {
        Picture.add(rectangle(run.columns, row, 17, 1), run.value.ink, to: &shapes)
      }
    }
  }

  /// A rectangle over some cells of a row, from so far below their top.
  private func rectangle(_ columns: Range<Int>, _ row: Int, _ below: Int, _ height: Int) -> String {
    Shape.rectangle(
      columns.lowerBound * Picture.cellWidth, row * Picture.cellHeight + below,
      columns.count * Picture.cellWidth, height)
  }

  private mutating func drawTexts(_ row: Int) {
    struct Look: Equatable {
      var ink: Int
      var bold: Bool
    }
    for run in runs(row, of: { Look(ink: colours($0).ink, bold: colours($0).bold) }) {
      for (column, word) in words(row, run.columns) {
        let count = word.unicodeScalars.count
        let x = column * Picture.cellWidth + (count == 1 ? Picture.cellWidth / 2 : 0)
        let y = row * Picture.cellHeight + 15
        let length = count * Picture.cellWidth
        let place = count == 1 ? " text-anchor=\"middle\"" : " textLength=\"\(length)\""
        let weight = run.value.bold ? " font-weight=\"bold\"" : ""
        let colour = Colour.hexadecimal(run.value.ink)
        texts.append(
          "<text x=\"\(x)\" y=\"\(y)\"\(place) fill=\"\(colour)\"\(weight)>"
            + "\(Picture.escaped(word))</text>")
      }
    }
  }

  /// The texts in some columns of a row, without what is drawn as a shape and without the spaces
  /// at their ends; two spaces part them. A character that a font may lack stands alone.
  private func words(_ row: Int, _ columns: Range<Int>) -> [(column: Int, text: String)] {
    var words: [(column: Int, text: String)] = []
    var spaces = 2
    for column in columns {
      guard case .glyph(let scalar) = frame[column, row].content, scalar != " ",
        Shape.path(.glyph(scalar), 0, 0, Picture.cellWidth) == nil
      else {
        spaces += frame[column, row].content == .glyph(" ") ? 1 : 2
        continue
      }
      let common = scalar.value < 0x250
      if spaces < 2, common, let last = words.indices.last {
        words[last].text += String(repeating: " ", count: spaces)
        words[last].text.unicodeScalars.append(scalar)
      } else {
        words.append((column, String(scalar)))
      }
      spaces = common ? 0 : 2
    }
    return words
  }

  /// The runs of equal values along a row.
  private func runs<Value: Equatable>(
    _ row: Int, of value: (Cell) -> Value
  ) -> [(columns: Range<Int>, value: Value)] {
    var runs: [(columns: Range<Int>, value: Value)] = []
    for column in 0..<frame.width {
      let value = value(frame[column, row])
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        runs.append((column..<(column + 1), value))
      }
    }
    return runs
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
