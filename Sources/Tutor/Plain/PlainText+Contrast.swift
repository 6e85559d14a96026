import Engine
import Insight
import Phrases

/// The contrast screen: what the chosen layer's flag does to everything behind it, from two runs.
extension PlainText {
  mutating func addContrast() {
    guard let contrast = state.moment.contrast,
      let settings = state.position.description.layers[contrast.layer].recurrent
    else {
      add(PlainPhrases.nothingToContrast(kinds: Layer.recurrentKinds))
      return
    }
    for side in Contrast.Side.allCases { add(side, contrast, settings) }
    let words = ContrastWords(state, contrast, width: .max)
    add(PlainPhrases.sentence(words.difference[0].text))
    add(PlainPhrases.sentence(words.parameters[0].text))
    add(gates(of: contrast.layer, settings))
    guard state.timeline.isAtEnd, let end = contrast.endDifference
    else { return }
    add(
      PlainPhrases.outputsDiffer(
        by: ContrastWords.written(end.largest), inUnit: end.place?.unit))
  }

  /// One of the two runs: the shapes after the layer, what it has output, what comes out.
  private mutating func add(
    _ side: Contrast.Side, _ contrast: Contrast, _ settings: any RecurrentLayer
  ) {
    let plan = contrast.plan(side)
    let isOpen = side.flag == settings.returnSequences
    add(PlainPhrases.side(settings.name, flag: side.word, isOpen: isOpen))
    for planned in plan.layers.dropFirst(contrast.layer) {
      add(
        PlainPhrases.outputs(
          planned.layer.name, shape: planned.outputShape.perObservation,
          parameters: planned.parameters.total))
    }
    let timestep = state.position.timestep
    let count = state.timesteps
    add(
      side.flag
        ? PlainPhrases.hasOutput(settings.name, state.timeline.read.count, of: count)
        : PlainPhrases.hasOutput(
          settings.name, last: count - 1, isRead: timestep == count - 1))
    if let failure = plan.failure {
      add(
        PlainPhrases.cannotBeBuilt(
          failure.layerName, keras: state.kerasWords(on: failure.error)))
      return
    }
    let name = plan.layers.last?.layer.name ?? settings.name
    let values = output(of: contrast[side])
    add(
      values.map { "\(name): \(Answer(state).forms($0)[0].text)" } ?? PlainPhrases.hasNoAnswer(name)
    )
  }

  /// What has come out of a run at the open timestep.
  private func output(of trace: Trace) -> [Float]? {
    guard let timestep = state.position.timestep, let output = trace.output(trace.layerCount - 1),
      let units = output.shape.last
    else { return nil }
    guard output.shape.count == 2 else {
      return timestep == state.timesteps - 1 ? output.values : nil
    }
    let row = min(timestep, output.shape[0] - 1)
    return Array(output.values[row * units..<(row + 1) * units])
  }
}
