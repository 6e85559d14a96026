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
    for (colour, path) in shapes {
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

  /// Adds a shape to those of its colour; later colours lie over earlier ones.
  private mutating func add(_ path: String, _ colour: Int) {
    if let place = shapes.firstIndex(where: { $0.colour == colour }) {
      shapes[place].path += path
    } else {
      shapes.append((colour, path))
    }
  }

  private mutating func drawGrounds(_ row: Int) {
    for run in runs(row, of: { colours($0).ground }) {
      guard let colour = run.value else { continue }
      let columns = run.columns
      add(
        Shape.rectangle(
          columns.lowerBound * Picture.cellWidth, row * Picture.cellHeight,
          columns.count * Picture.cellWidth, Picture.cellHeight), colour)
    }
  }

  private mutating func drawShapes(_ row: Int) {
    // Neighbours of the same height and colour are one rectangle.
    struct Look: Equatable {
      var content: Content
      var ink: Int
      var underlined: Bool
    }
    let looks = runs(row) { cell in
      let (ink, _, _, underlined) = colours(cell)
      return Look(content: cell.content, ink: ink, underlined: underlined)
    }
    for run in looks {
      let top = row * Picture.cellHeight
      if Shape.merges(run.value.content) {
        let left = run.columns.lowerBound * Picture.cellWidth
        let width = run.columns.count * Picture.cellWidth
        if let path = Shape.path(run.value.content, left, top, width) { add(path, run.value.ink) }
      } else {
        for column in run.columns {
          let left = column * Picture.cellWidth
          if let path = Shape.path(run.value.content, left, top, Picture.cellWidth) {
            add(path, run.value.ink)
          }
        }
      }
      if run.value.underlined {
        add(
          Shape.rectangle(
            run.columns.lowerBound * Picture.cellWidth, top + 17,
            run.columns.count * Picture.cellWidth, 1), run.value.ink)
      }
    }
  }

  private mutating func drawTexts(_ row: Int) {
    struct Look: Equatable {
      var ink: Int
      var bold: Bool
    }
    for run in runs(row, of: { Look(ink: colours($0).ink, bold: colours($0).bold) }) {
      for (column, word) in words(row, run.columns) {
        let x = column * Picture.cellWidth
        let y = row * Picture.cellHeight + 15
        let length = word.unicodeScalars.count * Picture.cellWidth
        let weight = run.value.bold ? " font-weight=\"bold\"" : ""
        texts.append(
          "<text x=\"\(x)\" y=\"\(y)\" textLength=\"\(length)\" lengthAdjust=\"spacingAndGlyphs\""
            + " fill=\"\(Colour.hexadecimal(run.value.ink))\"\(weight)>"
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
