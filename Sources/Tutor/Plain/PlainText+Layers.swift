import Engine
import Phrases
import Wording

/// The layer screen.
extension PlainText {
  /// One quantity of all units of the layer.
  mutating func addLayer() {
    guard let index = state.moment.shownLayer else { return }
    add(inputLine)
    guard let settings = state.position.description.layers[index].recurrent else {
      let planned = state.plan.layers[index]
      addLayerInput(index)
      add(PlainPhrases.outputs(of: planned.layer.name, at: state.timestep))
      add(numbers: state.output(of: index) ?? [], PlainPhrases.units)
      add(LayerKindPhrases.sentence(planned, reads: state.namesRead(by: planned)))
      return
    }
    for shown in [state.position.quantity, state.position.comparison].compactMap(\.self) {
      guard let quantity = shown.recurrent else {
        addLayerInput(index)
        continue
      }
      let timestep = quantity.isState ? state.position.timestep : Int?(state.timestep)
      add(
        PlainPhrases.quantity(
          quantity.words, of: settings.name, units: settings.units, at: timestep))
      add(
        numbers: state.trace.values(quantity, layer: index, at: timestep) ?? [], of: quantity,
        PlainPhrases.units)
    }
    add(gates(of: index, settings))
    add(outputs(index, settings))
    if let other = state.position.beside { add(PlainPhrases.laidOver(other)) }
  }

  private mutating func addLayerInput(_ index: Int) {
    let timestep = state.timestepRead(by: index)
    guard let before = state.plan.layers[index].before else {
      add(PlainPhrases.reads(at: timestep, from: nil))
      add(numbers: Array(state.example.observation[timestep]), PlainPhrases.features)
      return
    }
    guard let output = state.trace.output(before), output.shape.count == 2 else { return }
    let width = output.shape[1]
    let row = min(timestep, output.shape[0] - 1)
    add(PlainPhrases.reads(at: timestep, from: state.plan.layers[before].layer.name))
    add(
      numbers: Array(output.values[row * width..<(row + 1) * width]),
      PlainPhrases.units)
  }

  /// Ten numbers a line, each line with where it begins.
  mutating func add(
    numbers: [Float], of quantity: QuantityName? = nil, _ places: (ClosedRange<Int>) -> String
  ) {
    for start in stride(from: 0, to: numbers.count, by: 10) {
      let part = numbers[start..<min(start + 10, numbers.count)]
      let values = part.map { Self.number($0, of: quantity) }.joined(separator: ", ")
      add("\(places(start...start + part.count - 1)): \(values)")
    }
  }
}
