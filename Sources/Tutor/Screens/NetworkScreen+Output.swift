import Engine
import Screen

/// The head of the network and what it answers.
extension NetworkScreen {
  /// The activations of a Dense layer at this timestep, as many as there is room for.
  mutating func drawDense(_ layer: Int, _ row: Int) {
    let planned = state.plan.layers[layer]
    mark(isChosen(layer), row)
    frame.write(
      planned.layer.name, column: 1, row: row,
      style: Style(isChosen(layer) ? .accent : .title, bold: isChosen(layer)),
      width: layout.labelWidth - 1)
    guard let values = state.output(of: layer) else {
      frame.write("waits", column: layout.labelWidth, row: row, style: Style(.ghost))
      return
    }
    let most = values.reduce(0) { max($0, $1.magnitude) }
    let room = size.width - layout.labelWidth - 1
    let note =
      "\(values.count) units at t \(state.position.timestep), up to \(decimal(most))"
    let columns = min(values.count, max(0, room - note.count - 2))
    for index in 0..<columns {
      frame[layout.labelWidth + index, row] = Bar.cell(values[index], scale: .symmetric(most))
    }
    frame.write(
      columns < values.count ? "… " + note : "  " + note,
      column: layout.labelWidth + columns, row: row, style: Style(.quiet))
  }

  /// The last row of the axis: one answer at the end, or one at every timestep.
  mutating func drawOutput(_ row: Int) {
    let index = state.position.description.layers.count - 1
    let name = state.position.description.layers.last?.name ?? "output"
    let isChosen = isChosen(index)
    mark(isChosen, row)
    // Where rows have no names the output needs one all the same: the text moves right.
    let end = frame.write(
      name, column: 1, row: row, style: Style(isChosen ? .accent : .title, bold: true),
      width: max(layout.labelWidth - 2, 8))
    let start = max(layout.labelWidth, end + 1)
    guard state.plan.failure == nil, let planned = state.plan.layers.last else {
      frame.write(
        "no output: the network cannot be built", column: start, row: row,
        style: Style(.error), width: size.width - start - 1)
      return
    }
    // A network that ends in an LSTM has shown its output already.
    if case .lstm = planned.layer { return drawLastState(row, from: start) }
    if planned.outputShape.rank == 3 && !isOverUnits {
      drawAnswers(index, row)
    } else {
      drawAnswer(index, row, from: start)
    }
  }

  private mutating func drawLastState(_ row: Int, from start: Int) {
    frame.write(
      "what leaves it is the output of the network", column: start, row: row,
      style: Style(.quiet), width: size.width - start - 1)
  }

  private mutating func drawAnswer(_ layer: Int, _ row: Int, from start: Int) {
    let room = size.width - start - 1
    guard let values = state.output(of: layer) else {
      frame.write(
        waiting, column: start, row: row, style: Style(.quiet), width: room)
      return
    }
    frame.write(
      Answer(state).sentence(values), column: start, row: row,
      style: Style(.text, bold: true), width: room)
  }

  private mutating func drawAnswers(_ layer: Int, _ row: Int) {
    if !layout.showsNames {
      // No room for a name beside fifty timesteps: the letter that targets usually have.
      frame.fill(
        Rect(column: 1, row: row, width: size.width - 1, height: 1), style: Style())
      frame.write("y", column: 1, row: row, style: Style(.title, bold: true))
    }
    let axis = timeAxis
    let scale = state.outputScale
    let units = state.plan.layers[layer].layer.units
    let values = state.trace.output(layer)?.values ?? []
    let timestep = state.position.timestep
    for position in axis.visible {
      guard let column = column(position, on: axis) else { continue }
      let paper: Paper = position == timestep ? .cursor : .none
      frame[column, row] =
        position <= timestep
        ? Bar.cell(values[position * units], scale: scale, paper: paper)
        : Cell(.glyph("·"), Style(.ghost, on: paper))
    }
    drawValue(
      timestep < 0 ? nil : values[timestep * units], scale: scale, signed: scale != .unit, row)
    guard layout.sampleColumns > 0, timestep >= 0 else { return }
    frame.write(
      "\(Answer(state).label), as if t \(timestep) were the last", column: layout.sampleColumn,
      row: row, style: Style(.quiet),
      width: size.width - layout.sampleColumn)
  }

  /// Why the head has nothing to show yet.
  private var waiting: String {
    guard let layer = state.recurrentLayers.last else { return "nothing read yet" }
    let name = state.plan.layers[layer].layer.name
    let last = state.timesteps - 1
    let dense = state.plan.layers[(layer + 1)...].map(\.layer.name)
    let who =
      dense.count > 2 ? "\(dense[0]) … \(dense[dense.count - 1])" : dense.joined(separator: ", ")
    return "\(who) wait\(dense.count == 1 ? "s" : "") for h[\(last)] of \(name)"
  }
}

/// What the network's last number means, in the model's own words.
struct Answer {
  let state: State

  init(_ state: State) { self.state = state }

  /// What the number stands for: "set at the end".
  var label: String { state.model.output?.label ?? "output" }

  /// The number, what it says and what was true: "rain tomorrow: 0.25, so no. The truth: it stayed
  /// dry."
  func sentence(_ values: [Float]) -> String {
    guard values.count == 1, let meaning = state.model.output else {
      let shown = values.prefix(8).map { decimal($0, signed: true) }.joined(separator: " ")
      return shown + (values.count > 8 ? " … \(values.count) values" : "")
    }
    let number = decimal(values[0])
    let answer = "\(meaning.label): \(number), so \(meaning.answer(values[0]) ? "yes" : "no")."
    guard let target = state.example.facts.target else { return answer }
    return "\(answer) The truth: \(meaning.words(target))."
  }
}
