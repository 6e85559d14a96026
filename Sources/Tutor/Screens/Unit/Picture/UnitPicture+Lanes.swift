import Engine
import Insight
import Phrases
import Screen

/// The way of a state as bars on one scale, one below the other: what was forgotten stays as a shadow,
/// what was there before a what-if as a mark.
extension UnitPicture {
  private var lanes: LaneColumns { LaneColumns(width: size.width) }

  /// Returns the row after them.
  mutating func drawLanes(_ first: Int) -> Int {
    drawHead(first)
    var row = first + 1
    for place in flow.lanes.indices {
      drawLane(place, row)
      row += layout.lane
    }
    canvas.name(.word("lanes"), rows: first..<row)
    return row
  }

  private mutating func drawHead(_ row: Int) {
    let forms = UnitPhrases.along(flow.wire.letter)
    canvas.write(
      plain: Fitted.form(forms, width: lanes.label - 1), column: 1, row: row,
      style: Style(.text, bold: true), width: lanes.label - 1)
    let low = phrase(-most, width: 6)
    let high = phrase(most, width: 6)
    canvas.write(low, column: lanes.zero - lanes.side, row: row, style: Style(.quiet))
    canvas.write(plain: "0", column: lanes.zero, row: row, style: Style(.quiet))
    canvas.write(
      high, column: lanes.zero + lanes.side - high.count + 1, row: row, style: Style(.quiet))
    guard before != nil else { return }
    canvas.write(
      plain: UnitPhrases.before, column: lanes.before + 2, row: row, style: Style(.quiet))
  }

  private mutating func drawLane(_ place: Int, _ first: Int) {
    let lane = flow.lanes[place]
    let isThere = isLit(place)
    let ink: Ink = lane.isResult ? lane.state.ink : .text
    let style = isThere ? self.style(place, ink, bold: lane.isResult) : Style(.quiet)
    // Lanes that have room for it are parted.
    let bars = first..<first + max(1, layout.lane - 1)
    let row = first + (bars.count - 1) / 2
    canvas.write(
      Fitted.form(labels(place), width: lanes.label - 2), column: 1, row: row, style: style,
      width: lanes.label - 2)
    if isNew(place) { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
    for row in first..<first + layout.lane {
      canvas[lanes.zero, row] = Cell(.glyph("│"), Style(.ghost))
    }
    let text = phrase(isThere ? numbers[place] : nil)
    canvas.write(
      text, column: lanes.number + max(0, 8 - text.count), row: row,
      style: isThere ? style.on(.none) : Style(.ghost))
    name(lane, first)
    guard isThere else { return }
    let old = before.map { $0.numbers[place] }.flatMap { old in
      (numbers[place] - old).magnitude >= 0.0005 ? old : nil
    }
    for row in bars { drawBar(place, old, row) }
    guard let old else { return }
    let was = phrase(old)
    canvas.write(
      was, column: lanes.before + max(0, 8 - was.count), row: row, style: Style(.quiet))
  }

  private mutating func name(_ lane: CellFlow.Lane, _ first: Int) {
    let rect = Rect(column: 0, row: first, width: size.width, height: layout.lane)
    canvas.extend(.word(lane.state.short), rect)
    canvas.extend(lane.state.part(of: settings.name), rect)
  }

  private mutating func drawBar(_ place: Int, _ old: Double?, _ row: Int) {
    let number = numbers[place]
    guard number.isFinite else { return }
    let isAbove = number > 0
    let halves = self.halves(number)
    let ink = ink(of: number)
    func put(_ cell: Int, above: Bool, _ glyph: Unicode.Scalar, _ style: Style) {
      canvas[above ? lanes.zero + 1 + cell : lanes.zero - 1 - cell, row] = Cell(
        .glyph(glyph), style)
    }
    for cell in 0..<halves / 2 { put(cell, above: isAbove, "█", Style(ink)) }
    if halves % 2 == 1 { put(halves / 2, above: isAbove, isAbove ? "▌" : "▐", Style(ink)) }
    let end = (halves + 1) / 2
    // What the gate did not keep.
    if flow.lanes[place].kind == .kept, place > 0 {
      let whole = numbers[place - 1]
      if whole.isFinite, (whole > 0) == isAbove || number == 0 {
        for cell in end..<max(end, self.halves(whole) / 2) {
          put(cell, above: whole > 0, "░", Style(.quiet))
        }
      }
    }
    guard let old, old.isFinite else { return }
    let oldEnd = (self.halves(old) + 1) / 2
    // What was nothing stood on the side on which the bar is now.
    let isOldAbove = self.halves(old) == 0 ? isAbove : old > 0
    for cell in (isOldAbove == isAbove ? end : 0)..<max(oldEnd, isOldAbove == isAbove ? end : 0) {
      let column = isOldAbove ? lanes.zero + 1 + cell : lanes.zero - 1 - cell
      if canvas[column, row].content == .glyph(" ") {
        put(cell, above: isOldAbove, "╌", Style(.quiet))
      }
    }
    let cell = max(0, oldEnd - 1)
    canvas.markBefore(isOldAbove ? lanes.zero + 1 + cell : lanes.zero - 1 - cell, row)
  }

  /// The length of a bar in halves of cells; what is not 0 has one at least.
  private func halves(_ number: Double) -> Int {
    let share = min(1, number.magnitude / most)
    let halves = Int((share * Double(2 * lanes.side)).rounded())
    return number.magnitude < 0.0005 ? 0 : max(1, halves)
  }

  // MARK: - Labels

  /// What a lane is called, the longest first.
  func labels(_ place: Int) -> [Phrase] {
    let lane = flow.lanes[place]
    let letter = String(lane.state.letter)
    let result: Phrase = "\(letter)[\(timestep)]"
    switch lane.kind {
    case .remembered:
      let name = lane.factors.first?.name ?? lane.state
      let before: Phrase = "\(String(name.letter))[\(timestep - 1)]"
      return ledger?.state(name)?.isErased == true
        ? UnitPhrases.erasedLane(before) : UnitPhrases.remembered(before)
    case .kept, .shown:
      let letters = factors(lane)
      let number =
        lane.factors.count == 1 && isLit(place)
        ? phrase(ledger?.number(lane.factors[0]), signed: false) : nil
      let forms = UnitPhrases.scaled(by: letters, number)
      if lane.isResult { return forms.map { $0 + " = " + result } + ["= " + result] }
      return lane.kind == .kept ? UnitPhrases.keptLane(forms) : forms
    case .added:
      let forms = UnitPhrases.added(factors(lane))
      return lane.isResult ? ["\(factors(lane)) = " + result, "= " + result] : forms
    case .made: return ["= " + result]
    case .curved:
      guard let factor = lane.factors.first else { return [] }
      return [Phrase(plain: factor.letters(before: ""))]
    case .inputs: return UnitPhrases.fromInput
    case .states: return UnitPhrases.fromStates(before: timestep - 1)
    case .bias: return UnitPhrases.fromBias
    case .sum: return UnitPhrases.sumLane
    case .squashed:
      let activation = settings.quantity(lane.state)?.sum?.activation
      let curve = Phrase(plain: activation?.words(of: "z") ?? "z")
      return [curve + " = " + result, "= " + result]
    }
  }

  private func factors(_ lane: CellFlow.Lane) -> String {
    lane.factors.map { $0.letters(before: "[\(timestep - 1)]") }.joined(separator: "·")
  }
}
