import Engine
import Phrases
import Screen

/// The line that says where the layer stands: what it reads, the Dense layers beside it.
extension DenseScreen {
  mutating func drawLayers(_ row: Int) {
    canvas.name(.word("pipeline"), row: row)
    let activation = settings.activation.rawValue
    let right = size.width - activation.count - 1
    canvas.write(plain: activation, column: right, row: row, style: Style(.quiet))
    let room = right - 2
    let chain = denseChain
    // All of them, or this one with what it reads.
    let choices = [(source(of: chain.lowerBound), chain), (source(of: layer), layer..<layer + 1)]
    // The shortest form does not say whether the state has been handed on.
    let fitting = choices.first { source, layers in
      (source.dropLast().last ?? source[0]).count + layers.reduce(0) { $0 + 3 + name($1).count }
        <= room
    }
    let (source, layers) = fitting ?? choices[1]
    let own = layers.reduce(0) { $0 + 3 + name($1).count }
    var column = canvas.write(
      Fitted.form(source, width: max(8, room - own)), column: 1, row: row,
      style: Style(now?.reading.awaited == nil ? .quiet : .warning), width: max(8, room - own))
    for index in layers {
      column = canvas.write(plain: " ▸ ", column: column, row: row, style: Style(.quiet))
      let start = column
      let isOpen = index == layer
      column = canvas.write(
        name(index), column: column, row: row,
        style: isOpen ? Style(.accent, bold: true, underlined: true) : Style(.text),
        width: max(1, right - 1 - column))
      let rect = Rect(column: start, row: row, width: column - start, height: 1)
      canvas.name(.layer(state.plan.layers[index].layer.name), rect)
      canvas.click(rect, .does(.select(.named(state.plan.layers[index].layer.name))))
    }
  }

  /// The Dense layers that follow one another around this one.
  private var denseChain: Range<Int> {
    let layers = state.plan.layers
    var first = layer
    while layers[first].before == first - 1, first > 0, layers[first - 1].layer.isDense {
      first -= 1
    }
    var end = layer + 1
    while end < layers.count, layers[end].before == end - 1, layers[end].layer.isDense {
      end += 1
    }
    return first..<end
  }

  private func name(_ index: Int) -> Phrase {
    let layer = state.plan.layers[index].layer
    return DensePhrases.layer(layer.name, units: state.plan.layers[index].units)
  }

  /// What a layer reads: another layer, a timestep of it, or the input.
  private func source(of index: Int) -> [Phrase] {
    let planned = state.plan.layers[index]
    let timestep = state.position.timestep
    let isSequence = planned.inputShape.rank == 3
    guard let place = planned.before else {
      return DensePhrases.input(
        state.position.description.input.name, width: planned.inputShape.features ?? 0,
        timestep: isSequence ? timestep : nil)
    }
    let before = state.plan.layers[place].layer
    let units = state.plan.layers[place].units
    if before.isRecurrent, let timestep {
      return DensePhrases.hiddenState(
        of: before.name, units: units, timestep: timestep,
        isAwaited: now?.reading.awaited != nil)
    }
    return [DensePhrases.layer(before.name, units: units), Phrase(plain: before.name)]
  }
}
