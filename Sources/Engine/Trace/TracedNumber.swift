/// A number that a network made, of which one asks where it comes from.
package enum TracedNumber: Hashable, Sendable {
  /// A gate or a state of a recurrent layer's unit.
  case quantity(QuantityName, layer: Int, unit: Int, timestep: Int)
  /// What leaves another layer: in a row of a sequence, row 0 of a vector.
  case output(layer: Int, row: Int, unit: Int)
  /// What enters the network; `place` counts its inputs.
  case input(place: Int, timestep: Int, feature: Int)

  /// The layer that made it; nil for what enters.
  package var layer: Int? {
    switch self {
    case .quantity(_, let layer, _, _), .output(let layer, _, _): layer
    case .input: nil
    }
  }
}

extension Trace {
  /// What a number came to.
  package func value(of number: TracedNumber) -> Float {
    switch number {
    case .quantity(let name, let layer, let unit, let timestep):
      return value(name, layer: layer, unit: unit, timestep: timestep)
    case .output(let layer, let row, let unit):
      let flow = records[layer].handing(0, of: 1)
      return flow.values[row * flow.width + unit]
    case .input(let place, let timestep, let feature):
      let input = place == 0 ? input : input.beside[place - 1]
      return input.values[timestep * input.features + feature]
    }
  }
}
