extension Frame {
  /// The frame as a picture. Bars are rectangles and text is text, so that it looks the same in
  /// every browser, whatever characters the font has.
  package func svg(theme: Look.Theme = .dark) -> String {
    let (cellWidth, cellHeight) = (9, 18)
    let width = size.width * cellWidth
    let height = size.height * cellHeight
    let ground = theme == .dark ? "#101418" : "#ffffff"
    let letters = theme == .dark ? "#d0d0d0" : "#202020"
    let look = Look(tier: .colours256, theme: theme)
    var parts = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
        + "font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" "
        + "font-size=\"15\">",
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(ground)\"/>",
    ]
    for row in 0..<size.height {
      let top = row * cellHeight
      let cells = Array(self.row(row))
      let looks = cells.map { Appearance($0, on: look) }
      for run in runs(looks.indices, by: { looks[$0].background }) {
        guard let background = looks[run.lowerBound].background else { continue }
        parts.append(
          "<rect x=\"\(run.lowerBound * cellWidth)\" y=\"\(top)\" "
            + "width=\"\(run.count * cellWidth)\" height=\"\(cellHeight)\" "
            + "fill=\"\(XTermColour.hex(background))\"/>")
      }
      // Bars of one size and colour side by side are one rectangle.
      for run in runs(cells.indices, by: { Drawn(cells[$0], looks[$0].foreground) }) {
        let left = run.lowerBound * cellWidth
        switch cells[run.lowerBound].content {
        case .bar(let eighths, let hanging):
          let size = cellHeight * eighths / 8
          let fill = looks[run.lowerBound].foreground.map(XTermColour.hex) ?? letters
          parts.append(
            "<rect x=\"\(left)\" y=\"\(hanging ? top : top + cellHeight - size)\" "
              + "width=\"\(run.count * cellWidth)\" height=\"\(size)\" fill=\"\(fill)\"/>")
        case .glyph:
          let text = run.map { String(looks[$0].scalar) }.joined()
          guard text.contains(where: { $0 != " " }) else { continue }
          let fill = looks[run.lowerBound].foreground.map(XTermColour.hex) ?? letters
          let weight = looks[run.lowerBound].isBold ? " font-weight=\"bold\"" : ""
          parts.append(
            "<text x=\"\(left)\" y=\"\(top + cellHeight - 4)\" xml:space=\"preserve\" "
              + "textLength=\"\(run.count * cellWidth)\" fill=\"\(fill)\"\(weight)>"
              + "\(escaped(text))</text>")
        }
      }
    }
    return parts.joined(separator: "\n") + "\n</svg>\n"
  }
}

/// What neighbours must share to be drawn as one.
private struct Drawn: Hashable {
  var bar: Cell.Content?
  var foreground: UInt8?
  var isBold: Bool

  init(_ cell: Cell, _ foreground: UInt8?) {
    if case .bar = cell.content { bar = cell.content }
    self.foreground = foreground
    isBold = cell.style.bold
  }
}

/// Neighbours with the same key, in order.
private func runs<Key: Equatable>(_ indices: Range<Int>, by key: (Int) -> Key) -> [Range<Int>] {
  var result: [Range<Int>] = []
  for index in indices {
    if let last = result.last, key(last.lowerBound) == key(index) {
      result[result.count - 1] = last.lowerBound..<(index + 1)
    } else {
      result.append(index..<(index + 1))
    }
  }
  return result
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
