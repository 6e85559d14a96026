import Engine
import Insight
import Phrases
import Screen

/// The rows: a number at its timestep, or a unit along the path.
extension OriginsScreen {
  mutating func drawRuler(_ row: Int) {
    canvas.name(.word("ruler"), row: row, timeline: time.columns)
    time.drawRuler(marked: state.changedTimesteps(), row: row, on: &canvas)
    guard let values = time.values else { return }
    canvas.write(
      plain: OriginsPhrases.says, column: values.value + 1, row: row, style: Style(.quiet))
    if let column = values.scale {
      canvas.write(plain: OriginsPhrases.really, column: column + 1, row: row, style: Style(.quiet))
    }
  }

  mutating func drawSums(line: Int, height: Int, _ row: Int) {
    canvas.extend(.word("inputs"), row: row)
    let most = tracing.byTimestep.reduce(0) { max($0, $1.magnitude) }
    let scale = ValueScale.symmetric(most > 0 && most.isFinite ? most : 1)
    let shown = time.window.visible.clamped(to: 0..<tracing.byTimestep.count)
    time.bars(
      Array(tracing.byTimestep[shown]), of: shown, scale: scale, line: line, height: height,
      row: row, on: &canvas)
    guard line == height / 2 else { return }
    time.label(OriginsPhrases.allInputs, narrow: "Σ", Style(.text), row: row, on: &canvas)
    guard let column = time.values?.value else { return }
    canvas.write(Phrase(reading: scale.text), column: column, row: row, style: Style(.quiet))
  }

  mutating func drawTitle(_ forms: [Phrase], _ row: Int) {
    canvas.write(
      Fitted.form(forms, width: size.width - 2), column: 1, row: row, style: Style(.title),
      width: size.width - 2)
  }

  /// A unit that carried the input: marks at the timesteps at which it carried most of it.
  mutating func drawLane(_ lane: TracedPath.Lane, _ row: Int) {
    canvas.extend(.word("path"), row: row)
    let last = lane.timesteps[lane.timesteps.count - 1]
    drawLabel(
      .quantity(lane.state, layer: lane.layer, unit: lane.unit, timestep: last),
      isOfMany: true, row)
    let marked = Set(lane.timesteps)
    let ink = lane.state.ink
    time.row(row, on: &canvas) { timestep, paper in
      Cell(.glyph(marked.contains(timestep) ? "●" : " "), Style(ink, on: paper, bold: true))
    }
    drawValue(lane.most, at: time.values?.value, row)
  }

  mutating func drawOrigin(_ place: Int, _ row: Int) {
    canvas.extend(.word("origins"), row: row)
    let origin = origins.list[place]
    let isChosen = place == state.position.origin
    canvas.click(row: row, .does(.origin(.named(place))))
    if isChosen { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
    drawLabel(origin.number, isChosen: isChosen, row)
    let change = origins.changes.indices.contains(place) ? origins.changes[place] : nil
    let most =
      change.map { _ in origins.changes[0].real } ?? origins.list[origins.changes.count].part
    let here = timestep(of: origin.number)
    time.row(row, on: &canvas) { timestep, paper in
      guard timestep == here else { return Cell(.glyph(" "), Style(on: paper)) }
      let part = change.map { -$0.real } ?? origin.part
      let share = most != 0 ? part / most.magnitude : 0
      return Cell(.glyph("●"), Style(.signed(share), on: paper, bold: isChosen))
    }
    drawValue(origin.part, at: time.values?.value, row)
    drawValue(change.map { -$0.real }, at: time.values?.scale, row)
  }

  private mutating func drawValue(_ value: Float?, at column: Int?, _ row: Int) {
    guard let column else { return }
    let text = value.map { Phrase(part: $0) } ?? "·"
    canvas.write(
      text, column: column + max(0, 5 - text.count), row: row,
      style: Style(value == nil ? .ghost : .text), width: size.width - column)
  }

  private mutating func drawLabel(
    _ number: TracedNumber, isChosen: Bool = false, isOfMany: Bool = false, _ row: Int
  ) {
    let room = time.labelWidth - 2
    guard time.showsWords else {
      canvas.write(
        plain: OriginsPhrases.letter(number), column: 1, row: row,
        style: Style(ink(number), bold: true), width: room)
      return
    }
    canvas.write(
      Fitted.form(labels(number, isOfMany: isOfMany), width: room), column: 1, row: row,
      style: Style(isChosen ? .accent : .text, bold: isChosen), width: room)
  }

  /// What a number is called; without its timestep where it stands for those of many.
  private func labels(_ number: TracedNumber, isOfMany: Bool) -> [Phrase] {
    switch number {
    case .input(_, let timestep, let feature):
      let name = inputName(feature, at: timestep)
      return ["x[\(timestep)] \(name)", "x[\(timestep)] \(feature)", "x \(feature)"]
    case .quantity(let name, let layer, let unit, let timestep):
      let layer = state.plan.layers[layer].layer.name
      let short: Phrase = "\(name.letter) \(unit)"
      let long: Phrase = "\(name.letter)[\(timestep), \(unit)]"
      return isOfMany ? ["\(layer) \(short)", short] : ["\(layer) \(long)", long, short]
    case .output(let layer, _, let unit):
      return ["\(state.plan.layers[layer].layer.name) \(unit)", "\(unit)"]
    }
  }

  /// A feature's name, as the sequence writes it where it is the symbol there: of the copy task c, not C.
  private func inputName(_ feature: Int, at timestep: Int) -> String {
    let name = state.featureName(feature)
    guard let symbol = state.example.timesteps[timestep].symbol.map(String.init),
      symbol.lowercased() == name.lowercased()
    else { return name }
    return symbol
  }

  private func ink(_ number: TracedNumber) -> Ink {
    if case .quantity(let name, _, _, _) = number { name.ink } else { .title }
  }

  /// The timestep of the axis at which a number stands.
  private func timestep(of number: TracedNumber) -> Int {
    switch number {
    case .input(_, let timestep, _), .quantity(_, _, _, let timestep): timestep
    case .output(let layer, let row, _):
      state.trace.rows(of: layer) == nil ? state.timesteps - 1 : row
    }
  }
}

extension Phrase {
  /// What a number adds to another, in at most five characters.
  init(part value: Float) {
    guard value.magnitude > 1e-9 else {
      self.init(plain: value == 0 ? "0" : "≈0")
      return
    }
    guard value.magnitude >= 0.005, value.magnitude < 99.5 else {
      self.init(gradient: value)
      return
    }
    self.init(value, digits: value.magnitude < 9.995 ? 2 : 1, signed: true)
  }
}
