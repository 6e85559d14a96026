/// How a number hangs on all that was read and remembered before it.
package struct Origins: Sendable {
  /// ∂/∂ each input of the network, `[timesteps, features]`; empty where an input has no gradient.
  package let inputs: [[Float]]
  /// All of ∂/∂ each state of the layers up to it, by their places, each `[timesteps, units]`.
  package let states: [Int: [[Float]]]
}

extension Trace {
  /// The way back from one number to everything before it; nil where there is none.
  package func origins(of number: TracedNumber) -> Origins? {
    guard let layer = number.layer, network.goesBack(timesteps: input.timesteps),
      let pass = try? network.backwardPass([input], under: interventions, kernels: kernels)
    else { return nil }
    let found: Gradients
    switch number {
    case .input: return nil
    case .quantity(let name, _, let unit, let timestep):
      guard let ran = recurrent[layer],
        let seed = ran.seed(name, unit: unit, timestep: timestep, of: ran.timesteps)
      else { return nil }
      found = pass.gradients(handedOn: [:], from: layer, seed: seed, withInputs: true)
    case .output(_, let row, let unit):
      found = pass.gradients(
        handedOn: [layer: [oneHot(layer, row, unit)]], from: layer, withInputs: true)
    }
    return Origins(inputs: found.inputs, states: found.states)
  }

  private func oneHot(_ layer: Int, _ row: Int, _ unit: Int) -> [Float] {
    let flow = records[layer].handing(0, of: 1)
    var values = [Float](repeating: 0, count: flow.values.count)
    values[row * flow.width + unit] = 1
    return values
  }
}

extension RecurrentRecord {
  /// A way back that starts from one state or gate; nil for what is neither.
  fileprivate func seed(
    _ name: QuantityName, unit: Int, timestep: Int, of timesteps: Int
  ) -> StateSeed? {
    if let place = layer.states.firstIndex(of: name) {
      var states = layer.states.map { _ in [Float]() }
      states[place] = [Float](repeating: 0, count: timesteps * units)
      states[place][timestep * units + unit] = 1
      return StateSeed(states: states)
    }
    guard let sum = layer.quantity(name)?.sum else { return nil }
    return StateSeed(
      gate: StateSeed.Gate(
        block: sum.block, unit: unit, timestep: timestep, activation: sum.activation))
  }
}
