import Engine
import NetworkCode
import Phrases
import Screen
import Wording

/// The weights of the chosen layer, drawn to scale.
struct WeightsDetail: Hashable {
  let weights: WeightRectangles
  let layout: WeightsLayout
  /// What stands below them, a line each.
  let sums: [Sentence]

  /// As large as a width and so many lines hold.
  init(_ planned: PlannedLayer, opened: PlannedLayer?, width: Int, lines: Int) {
    weights = WeightRectangles(planned, opened: opened)
    // The letters of the gates take a line; sums below the rectangles come last.
    let reserved = lines >= 14 ? 2 : lines >= 11 ? 1 : 0
    layout = WeightsLayout.best(weights, width: width, height: max(1, lines - 1 - reserved))
    let all = Self.sums(planned, weights)
    sums = Array(all.prefix(max(0, lines - 1 - layout.lines.reduce(0, +))))
  }

  /// The lines that all of it takes.
  var height: Int { 1 + layout.lines.reduce(0, +) + sums.count }

  /// All rectangles are one, as high as all of them and as wide as each.
  private static func sums(_ planned: PlannedLayer, _ weights: WeightRectangles) -> [Sentence] {
    let all = ShapesPhrases.together(
      rows: weights.rectangles.map(\.rows), sums: weights.blocks.count, units: weights.units,
      total: planned.parameters.total)
    let torch = planned.torchParameters
    guard torch != planned.parameters else { return [all] }
    return [
      all,
      ShapesPhrases.torch(
        torch.total, secondBias: torch.total - planned.parameters.total),
    ]
  }
}

extension ShapesScreen {
  mutating func drawWeights(_ detail: WeightsDetail) {
    let rows = layout.detailRows
    canvas.name(.word("derivation"), rows: rows)
    drawBlockNames(detail, rows.lowerBound)
    var row = rows.lowerBound + 1
    for (place, lines) in detail.layout.lines.enumerated() {
      // Where a window is lower than any screen only the first have room.
      guard row + lines <= rows.upperBound else { break }
      draw(place, of: detail, rows: row..<row + lines)
      row += lines
    }
    for (place, sum) in detail.sums.enumerated() where row < rows.upperBound {
      canvas.write(
        Phrase(reading: sum.fitted(to: size.width - 2)), column: 1, row: row,
        style: Style(place == 0 ? .text : .quiet, bold: place == 0), width: size.width - 2)
      row += 1
    }
  }

  /// Over the rectangles: each gate's letter, how many units it is wide, and the scale.
  private mutating func drawBlockNames(_ detail: WeightsDetail, _ row: Int) {
    guard let scale = detail.layout.scale else { return }
    let width = detail.weights.blockWidth(on: scale)
    var column = detail.layout.start
    for block in detail.weights.blocks {
      let forms = ShapesPhrases.block(block.letter, units: detail.weights.units)
      canvas.write(
        Fitted.whole(forms, width: width) ?? Phrase(plain: block.letter.map { "\($0)" } ?? ""),
        column: column, row: row, style: Style(block.ink, bold: true))
      column += width + 1
    }
    let room = size.width - 1 - detail.layout.labelStart
    if let key = Fitted.whole(ShapesPhrases.scale(scale.weights), width: room) {
      canvas.write(
        plain: key, column: detail.layout.labelStart, row: row, style: Style(.quiet))
    }
  }

  private mutating func draw(_ place: Int, of detail: WeightsDetail, rows: Range<Int>) {
    let rectangle = detail.weights.rectangles[place]
    write(detail.layout.texts[place], detail.layout, row: Self.middle(of: rows))
    guard let scale = detail.layout.scale else { return }
    let gutter = detail.layout.gutter[place]
    // Beside the middle of what is filled, which stands at the bottom.
    let filled = WeightScale.cells(scale.down(rectangle.rows))
    canvas.write(
      Phrase(reading: gutter), column: detail.layout.start - 1 - gutter.count,
      row: Self.middle(of: rows.upperBound - filled..<rows.upperBound), style: Style(.quiet))
    let width = detail.weights.blockWidth(on: scale)
    var column = detail.layout.start
    for block in detail.weights.blocks {
      let area = Rect(
        column: column, row: rows.lowerBound, width: width, height: rows.count)
      fill(
        area, across: scale.across(detail.weights.units), down: scale.down(rectangle.rows),
        ink: block.ink, isFirst: place == 0)
      outline(
        area, width: WeightScale.cells(scale.across(detail.weights.openedUnits)),
        height: WeightScale.cells(scale.down(rectangle.openedRows)),
        now: Size(
          width: WeightScale.cells(scale.across(detail.weights.units)),
          height: WeightScale.cells(scale.down(rectangle.rows))))
      column += width + 1
    }
  }

  /// A block of weights at the left of the bottom of an area, its sides in eighths of cells.
  private mutating func fill(_ area: Rect, across: Int, down: Int, ink: Ink, isFirst: Bool) {
    let lines = WeightScale.cells(down)
    // The highest line of a rectangle never reaches the one above it: they stand apart.
    let top = min(down - 8 * (lines - 1), isFirst ? 8 : 7)
    let rest = across % 8
    for line in 0..<lines {
      let row = area.rows.upperBound - lines + line
      let eighths = line == 0 ? top : 8
      for offset in 0..<across / 8 {
        canvas[area.column + offset, row] = Cell(
          .glyph(eighths == 8 ? "█" : Self.standing[eighths]), Style(ink))
      }
      guard rest > 0 else { continue }
      // A corner has one side only: the one that is cut more.
      let glyph = eighths < rest ? Self.standing[eighths] : Self.leaning[rest]
      canvas[area.column + across / 8, row] = Cell(.glyph(glyph), Style(ink))
    }
  }

  /// Where a block ended in the opened network, where that is another cell than now.
  private mutating func outline(_ area: Rect, width: Int, height: Int, now: Size) {
    guard width != now.width || height != now.height else { return }
    let top = area.rows.upperBound - height
    if height != now.height {
      for offset in 0..<width { canvas.markBefore(area.column + offset, top, "╌") }
    }
    if width != now.width {
      // Where the two edges meet the upper one stands.
      let first = height == now.height ? top : top + 1
      for row in first..<area.rows.upperBound {
        canvas.markBefore(area.column + width - 1, row)
      }
    }
  }

  private mutating func write(_ text: WeightsLayout.Text, _ layout: WeightsLayout, row: Int) {
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let column = layout.labelStart
    let room = max(0, size.width - 1 - column)
    let style = Style(.text)
    guard layout.labels != .stacked else {
      canvas.write(plain: text.name, column: column, row: row, style: style, width: room)
      canvas.write(
        Phrase(reading: "\(text.sides) = \(text.count)"), column: column, row: row + 1,
        style: Style(.quiet), width: room)
      return
    }
    let sides = right(text.sides, layout.width(of: \.sides))
    let count = right(text.count, layout.width(of: \.count))
    let end = column + layout.width(of: \.name) + 2
    canvas.write(plain: text.name, column: column, row: row, style: style, width: room)
    canvas.write(
      Phrase(reading: "\(sides)  \(count)"), column: end, row: row, style: Style(.quiet),
      width: max(0, size.width - 1 - end))
  }

  private static func middle(of rows: Range<Int>) -> Int {
    rows.lowerBound + (rows.count - 1) / 2
  }

  private static let standing: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let leaning: [Unicode.Scalar] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}
