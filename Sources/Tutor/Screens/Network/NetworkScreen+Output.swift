import Engine
import Phrases
import Screen

/// The head of the network and what it answers.
extension NetworkScreen {
  /// The activations of a Dense layer at this timestep, as many as there is room for.
  mutating func drawDense(_ layer: Int, _ row: Int) {
    let planned = state.plan.layers[layer]
    canvas.name(.layer(name(of: layer)), row: row)
    canvas.name(outputPart(of: name(of: layer)), row: row)
    canvas.extend(.word("head"), row: row)
    chooses(layer, row: row)
    mark(isChosen(layer), row)
    // Where rows have no names this one needs its all the same: the text moves right.
    let end = canvas.write(
      plain: planned.layer.name, column: 1, row: row,
      style: Style(isChosen(layer) ? .accent : .title, bold: isChosen(layer)),
      width: max(layout.labelWidth - 2, 8))
    let first = max(layout.labelWidth, end + 1)
    guard planned.layer.settings.changesNumbers else {
      drawOtherWords(layer, row)
      return
    }
    let isEarly = state.output(of: layer) == nil
    guard
      let values = state.output(of: layer) ?? state.earlyOutput(of: layer, in: state.trace)
    else {
      canvas.write(
        plain: NetworkPhrases.waits, column: first, row: row, style: Style(.ghost))
      return
    }
    let most = values.reduce(0) { max($0, $1.magnitude) }
    // Units stand on columns that are timesteps in every other row: they have an axis of their own.
    let start = canvas.write(
      NetworkPhrases.firstUnit, column: first, row: row, style: Style(.quiet))
    let room = size.width - start - 1
    let notes = NetworkPhrases.outputs(at: state.timestep, isEarly: isEarly, largest: most)
    func tail(_ columns: Int, _ note: Phrase) -> Phrase {
      (columns < values.count ? "… " : " ")
        + NetworkPhrases.lastUnit(shown: columns, of: values.count) + note
    }
    func columns(_ note: Phrase) -> Int {
      // What is cut says more than the last unit's number.
      room - tail(values.count, note).count >= values.count
        ? values.count : max(0, room - tail(values.count - 1, note).count)
    }
    let note = notes.first { columns($0) >= min(values.count, 2 * room / 5) } ?? notes.last ?? ""
    let shown = columns(note)
    // What is never below zero, as behind relu, stands on the floor.
    let isShare = most > 0 && most.isFinite && values.allSatisfy { $0 >= 0 }
    let before =
      isEarly
      ? state.traceBefore.flatMap { state.earlyOutput(of: layer, in: $0) }
      : state.outputBefore(of: layer)
    for index in 0..<shown {
      canvas[start + index, row] =
        isShare
        ? Bar.cell(
          values[index] / most, before: before.map { $0[index] / most }, scale: .unit, ink: .quiet)
        : Bar.cell(values[index], before: before?[index], scale: .symmetric(most))
    }
    canvas.write(tail(shown, note), column: start + shown, row: row, style: Style(.quiet))
  }

  /// The last row of the axis: one answer at the end, or one at every timestep.
  mutating func drawOutput(_ row: Int) {
    let index = state.position.description.layers.count - 1
    let name = state.position.description.layers.last?.name ?? NetworkPhrases.output
    let isChosen = isChosen(index)
    nameAnswer(index, row)
    mark(isChosen, row)
    // Where rows have no names the output needs one all the same: the text moves right.
    let isEarly = answers != nil && isSoFar && !state.timeline.isAtEnd && layout.showsNames
    let room = max(layout.labelWidth - 2, 8)
    let forms = NetworkPhrases.answer(
      isEarly ? early : name, of: answers == nil ? nil : Answer(state).shownName)
    let end = canvas.write(
      plain: Fitted.form(forms, width: room), column: 1, row: row,
      style: Style(isChosen ? .accent : .title, bold: true), width: room)
    let start = max(layout.labelWidth, end + 1)
    guard state.plan.failure == nil, !state.plan.layers.isEmpty else {
      canvas.write(
        plain: NetworkPhrases.noOutput, column: start, row: row,
        style: Style(.error), width: size.width - start - 1)
      return
    }
    if answers == nil { drawAnswer(index, row, from: start) } else { drawAnswers(index, row) }
  }

  /// What an answer before the end is called.
  private var early: String {
    Self.isIfRead(state) ? NetworkPhrases.answerIfRead : NetworkPhrases.answerSoFar
  }

  /// Whether an answer before the end is not that of what was read so far, since a layer before it has
  /// read from the end.
  static func isIfRead(_ state: Explorer) -> Bool {
    state.plan.layers.prefix(state.plan.readLayer ?? 0).contains { $0.layer.readsBackwards }
  }

  /// The numbers of the answer's row, `[timesteps, outputs]`: what leaves the network at each timestep,
  /// or what it would answer there; nil where the row is words.
  private var answers: Tensor? {
    guard state.plan.failure == nil, let planned = state.plan.layers.last, !isOverUnits,
      !planned.layer.isRecurrent, !state.recurrentLayers.isEmpty
    else { return nil }
    return state.moment.answers
  }

  /// Whether the answer is that of the end, and the row says what it would be before.
  private var isSoFar: Bool { state.plan.layers.last?.outputShape.rank == 2 }

  private mutating func nameAnswer(_ layer: Int, _ row: Int) {
    let columns = answers == nil ? nil : timeline
    canvas.extend(.word("head"), row: row)
    canvas.name(.word("answer"), row: row, timeline: columns)
    guard layer >= 0 else { return }
    canvas.name(.layer(name(of: layer)), row: row)
    canvas.name(outputPart(of: name(of: layer)), row: row, timeline: columns)
    chooses(layer, row: row)
    if let columns { canvas.goes(columns, rows: row..<row + 1) }
  }

  private mutating func drawAnswer(_ layer: Int, _ row: Int, from start: Int) {
    let room = max(0, size.width - start - 1)
    guard let values = state.output(of: layer) else {
      canvas.write(waiting, column: start, row: row, style: Style(.quiet), width: room)
      return
    }
    canvas.write(
      Fitted.form(
        Answer(state).forms(values, before: state.outputBefore(of: layer)), width: room),
      column: start, row: row,
      style: Style(.text, bold: true), width: room)
  }

  private mutating func drawAnswers(_ layer: Int, _ row: Int) {
    guard let answers else { return }
    drawAnswersLabel(row)
    let scale = state.outputScale
    let units = state.units(of: layer)
    let unit = state.unit(of: layer)
    let before = state.moment.before?.answers
    func shown(_ answers: Tensor) -> [Float] {
      time.read.clamped(to: 0..<answers.shape[0]).map { answers.values[$0 * units + unit] }
    }
    time.bars(
      shown(answers), before: before.map(shown), of: time.read, scale: scale, ink: .quiet, row: row,
      on: &canvas)
    func open(_ answers: Tensor) -> [Float]? {
      state.position.timestep.map {
        let row = min($0, answers.shape[0] - 1)
        return Array(answers.values[row * units..<(row + 1) * units])
      }
    }
    let now = open(answers)
    drawValue(now?[unit], scale: scale, signed: scale != .unit, row)
    guard layout.sampleColumns > 0, let now else { return }
    let room = size.width - layout.sampleColumn - 1
    let forms =
      units > 1
      ? [NetworkPhrases.unit(unit, of: units)]
      : Answer(state).forms(now, before: before.flatMap(open))
    canvas.write(
      Fitted.whole(forms, width: room) ?? "", column: layout.sampleColumn, row: row,
      style: Style(.quiet), width: room)
  }

  private mutating func drawAnswersLabel(_ row: Int) {
    guard !layout.showsNames else { return }
    // No room for a name beside fifty timesteps: the letter that targets usually have.
    canvas.erase(Rect(column: 1, row: row, width: size.width - 1, height: 1))
    canvas.write(plain: "y", column: 1, row: row, style: Style(.title, bold: true))
  }

  /// What is true at each timestep that has been read.
  mutating func drawTruth(_ row: Int) {
    guard let truths = state.example.truths else { return }
    canvas.extend(.x, row: row, timeline: timeline)
    canvas.goes(time.columns, rows: row..<row + 1)
    time.label(NetworkPhrases.truth, narrow: "=", row: row, on: &canvas)
    time.bars(
      time.read.map { truths[$0] ? 1 : 0 }, of: time.read, scale: .unit, ink: .quiet, row: row,
      on: &canvas)
    guard let now = state.position.timestep else { return }
    let words = NetworkPhrases.truth(truths[now])
    canvas.write(plain: words, column: layout.valueColumn + 3, row: row, style: Style(.quiet))
  }

  /// Why the head has nothing to show yet.
  private var waiting: Phrase {
    guard let layer = state.recurrentLayers.last else { return NetworkPhrases.nothingRead }
    let name = state.plan.layers[layer].layer.name
    let isSequence = state.plan.layers[layer].handsOnSequence && state.plan.readLayer != nil
    let awaited = isSequence ? state.timestep : state.length(of: layer) - 1
    let dense = state.plan.layers[(layer + 1)...].map(\.layer.name)
    if dense.isEmpty { return NetworkPhrases.waits(for: awaited) }
    return NetworkPhrases.wait(dense, for: awaited, of: name)
  }
}

extension Explorer {
  /// What would leave a layer of the head if the layer that it hangs on handed on its state at this
  /// timestep already, as the answers of every timestep are made; nil before the first, and of a layer
  /// that hangs on none.
  fileprivate func earlyOutput(of layer: Int, in trace: Trace) -> [Float]? {
    guard let timestep = position.timestep, let read = trace.network.plan.readLayer, read < layer
    else { return nil }
    // Behind a layer that makes fewer timesteps of its input there are fewer states to read.
    let last = (trace.rows(of: read) ?? timesteps) - 1
    let head = trace.head(readAt: min(timestep, last))
    let place = layer - read - 1
    return head.indices.contains(place) ? head[place] : nil
  }
}
