import Engine
import Insight
import Phrases
import Screen

/// The wires: a state that enters, where gates act on it, and what is made of it.
extension UnitPicture {
  var columns: PictureColumns {
    PictureColumns(
      width: size.width, label: "\(flow.wire.letter)[\(timestep)]".count,
      slots: flow.gauges.count + flow.nodes.count { $0.gauges.isEmpty })
  }

  /// Returns the row after them.
  mutating func drawWires(_ first: Int) -> Int {
    let rail = first + (layout.showsKept ? 1 : 0)
    let end = rail + 3 + layout.stem
    drawRail(rail)
    for node in flow.nodes {
      switch node.kind {
      case .times: drawTimes(node, rail, end)
      case .plus: drawPlus(node, rail, end)
      case .branch: drawBranch(node, rail, end)
      }
    }
    return end
  }

  /// The wire of the state that goes through, from what enters to what is made.
  private mutating func drawRail(_ row: Int) {
    let ink = flow.wire.ink
    let made = flow.makes[flow.wire]
    var lane = flow.lanes.firstIndex { $0.kind == .remembered && $0.state == flow.wire }
    var column = columns.start - 1
    if let enters = flow.enters {
      write("\(String(enters.letter))[\(timestep - 1)]", 1, row, style(lane, ink, bold: true))
      write(phrase(isLit(lane) ? lane.map { numbers[$0] } : nil), 1, row + 1, style(lane, .text))
    } else if let first = flow.nodes.first {
      column = columns.node(first.gauges)
    }
    for (place, node) in flow.nodes.enumerated() {
      let isLast = !flow.nodes[(place + 1)...].contains { $0.kind != .branch }
      let next = columns.node(node.gauges)
      line(column..<next, row, style(lane, ink))
      if node.kind != .branch { lane = isLast ? made : node.lane }
      column = next
    }
    line(column..<columns.end, row, style(made, ink))
    for node in flow.nodes {
      let column = columns.node(node.gauges)
      switch node.kind {
      case .times, .plus:
        put(
          node.kind == .times ? "(×)" : "(+)", column - 1, row,
          style(node.lane, .text, bold: true))
      case .branch: put("┬", column, row, style(made, ink))
      }
    }
    drawEnd(flow.wire, row)
  }

  /// The arrow to a state that is made, with its number below.
  private mutating func drawEnd(_ state: QuantityName, _ row: Int) {
    let lane = flow.makes[state]
    put("▶", columns.end, row, style(lane, state.ink, bold: true))
    write(
      "\(String(state.letter))[\(timestep)]", columns.label, row,
      style(lane, state.ink, bold: true))
    write(
      phrase(isLit(lane) ? lane.map { numbers[$0] } : nil), columns.label, row + 1,
      style(lane, .text, bold: true))
  }

  /// A gate that multiplies the wire, and what is left of it above.
  private mutating func drawTimes(_ node: CellFlow.Node, _ rail: Int, _ end: Int) {
    stem(node.gauges.lowerBound, rail + 1..<end, node.lane)
    guard layout.showsKept, isLit(node.lane), flow.lanes[node.lane].kind == .kept else { return }
    let column = columns.node(node.gauges) + 3
    label(numbers[node.lane], UnitPhrases.keptLabel, column, rail - 1, to: nextNode(column))
  }

  /// A product that is put on the wire.
  private mutating func drawPlus(_ node: CellFlow.Node, _ rail: Int, _ end: Int) {
    let column = columns.node(node.gauges)
    if node.gauges.count == 1 {
      stem(node.gauges.lowerBound, rail + 1..<end, node.lane)
    } else {
      put("┃", column, rail + 1, style(node.lane, .text))
      bracket(node, rail + 2, end)
    }
    guard isLit(node.lane) else { return }
    label(
      numbers[node.lane], UnitPhrases.writtenLabel, column + 2, rail + 1, to: nextNode(column))
  }

  /// Gates whose product stands in the middle over them.
  private mutating func bracket(_ node: CellFlow.Node, _ row: Int, _ end: Int) {
    let column = columns.node(node.gauges)
    for gauge in node.gauges {
      let wire = columns.wire(gauge)
      let style = style(node.lane, flow.gauges[gauge].factor.name.ink)
      line(min(wire, column)..<max(wire, column), row, style)
      let corner = gauge == node.gauges.lowerBound ? "┏" : gauge == node.gauges.last ? "┓" : "┬"
      put(corner, wire, row, style)
      stem(gauge, row + 1..<end, node.lane)
    }
    put("(×)", column - 1, row, style(node.lane, .text, bold: true))
  }

  /// A state that begins behind the curve of the one on the wire.
  private mutating func drawBranch(_ node: CellFlow.Node, _ rail: Int, _ end: Int) {
    let column = columns.node(node.gauges)
    let state = flow.lanes[node.lane].state
    let curved = flow.lanes.firstIndex { $0.kind == .curved && $0.state == state }
    put("┃", column, rail + 1, style(curved ?? node.lane, flow.wire.ink))
    if let curved, case .curved(let name, let activation) = flow.lanes[curved].factors.first {
      let words = activation.words(of: String(name.letter))
      let number = phrase(isLit(curved) ? numbers[curved] : nil)
      // It may not reach the number of what is made, whose lane says this one's as well.
      let forms = [
        Phrase(plain: words + " ") + number, Phrase(plain: words),
        Phrase(plain: activation.rawValue),
      ]
      let start = column + 2
      let room = columns.label - 1 - start
      canvas.write(
        Fitted.whole(forms, width: room) ?? "", column: start, row: rail + 1,
        style: style(curved, .text),
        width: room)
    }
    let ink = style(node.lane, state.ink)
    line(column..<columns.end, rail + 2, ink)
    if node.gauges.isEmpty {
      put("┗", column, rail + 2, ink)
    } else if node.gauges.count == 1 {
      stem(node.gauges.lowerBound, rail + 3..<end, node.lane)
    } else {
      bracket(node, rail + 2, end)
    }
    if !node.gauges.isEmpty {
      put("(×)", column - 1, rail + 2, style(node.lane, .text, bold: true))
    }
    drawEnd(state, rail + 2)
  }

  // MARK: - Pieces

  /// The column of the next node, or where the slots end.
  private func nextNode(_ column: Int) -> Int {
    flow.nodes.map { columns.node($0.gauges) }.first { $0 > column } ?? columns.end
  }

  private mutating func write(_ text: Phrase, _ column: Int, _ row: Int, _ style: Style) {
    canvas.write(text, column: column, row: row, style: style, width: size.width - column)
  }

  /// Signs that stand on a wire.
  private mutating func put(_ signs: String, _ column: Int, _ row: Int, _ style: Style) {
    for (offset, sign) in signs.unicodeScalars.enumerated() {
      canvas[column + offset, row] = Cell(.glyph(sign), style)
    }
  }

  private mutating func line(_ range: Range<Int>, _ row: Int, _ style: Style) {
    for column in range { canvas[column, row] = Cell(.glyph("━"), style) }
  }

  private mutating func stem(_ gauge: Int, _ rows: Range<Int>, _ lane: Int) {
    let style = style(lane, flow.gauges[gauge].factor.name.ink)
    for row in rows { canvas[columns.wire(gauge), row] = Cell(.glyph("┃"), style) }
  }

  /// A number with its word beside a wire, in the colour of its sign.
  private mutating func label(
    _ number: Double, _ word: String, _ column: Int, _ row: Int, to end: Int
  ) {
    let text = phrase(number)
    let forms = [text + Phrase(plain: " \(word)"), text]
    guard let shown = Fitted.whole(forms, width: end - column - 1) else { return }
    canvas.write(shown, column: column, row: row, style: Style(ink(of: number)))
  }

  /// The colour of a number's sign, its strength the number's share of the scale of the lanes.
  func ink(of number: Double) -> Ink {
    let share = Float(number / most)
    guard share.isFinite, share != 0 else { return .quiet }
    // A small number keeps its sign.
    return .signed(share < 0 ? min(-0.4, share) : max(0.4, share))
  }
}
