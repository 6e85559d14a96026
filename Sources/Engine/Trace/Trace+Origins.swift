import Kernels

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

  /// What a number is made of directly, and ∂/∂ each: the states of the timestep before, and what its
  /// layer read. Empty for what enters the network, and where there is no way back.
  package func direct(of number: TracedNumber) -> [(origin: TracedNumber, gradient: Float)] {
    guard let layer = number.layer, network.goesBack(timesteps: input.timesteps) else { return [] }
    switch number {
    case .input: return []
    case .quantity(let name, _, let unit, let timestep):
      return direct(of: name, layer, unit, timestep)
    case .output(_, let row, let unit):
      let planned = network.plan.layers[layer]
      let flows = planned.sources.map(flow(of:))
      let found = back(
        through: layer, flows, under: interventions, outputs: [oneHot(layer, row, unit)], nil)
      return zip(planned.sources, zip(flows, found)).flatMap { source, read in
        read.1.indices.map { place in
          (origin(source, row: place / read.0.width, place % read.0.width), read.1[place])
        }
      }
    }
  }

  /// A way back over one timestep alone, from the states that enter it.
  private func direct(
    of name: QuantityName, _ layer: Int, _ unit: Int, _ timestep: Int
  ) -> [(origin: TracedNumber, gradient: Float)] {
    guard let ran = recurrent[layer], (0..<ran.timesteps).contains(timestep) else { return [] }
    let states = ran.layer.states
    if let mask = ran.kept.mask, !mask[timestep] {
      guard timestep > 0, states.contains(name) else { return [] }
      return [(.quantity(name, layer: layer, unit: unit, timestep: timestep - 1), 1)]
    }
    guard let seed = ran.seed(name, unit: unit, timestep: 0, of: 1) else { return [] }
    let source = network.plan.layers[layer].sources[0]
    let read = flow(of: source)
    let row = ran.layer.goBackwards ? read.rows - 1 - timestep : timestep
    var arriving = read.row(row)
    arriving.timesteps = 1
    let before = states.map { state in
      Flow(
        values: values(state, layer: layer, timestep: timestep - 1), timesteps: nil,
        width: ran.units, mask: nil)
    }
    let found = back(
      through: layer, [arriving] + before, under: interventions.at(timestep), outputs: [], seed)
    let fromInput = found[0].indices.map { (origin(source, row: row, $0), found[0][$0]) }
    // What was there before the first timestep came from nowhere.
    guard timestep > 0 else { return fromInput }
    return fromInput
      + zip(states, found.dropFirst()).flatMap { state, gradients in
        gradients.indices.map { unit in
          (.quantity(state, layer: layer, unit: unit, timestep: timestep - 1), gradients[unit])
        }
      }
  }

  /// ∂/∂ what a layer read, for each of its inputs.
  private func back(
    through layer: Int, _ flows: [Flow], under interventions: Interventions, outputs: [[Float]],
    _ seed: StateSeed?
  ) -> [[Float]] {
    let computing = network.plan.layers[layer].layer.computing
    let desk = network.desk(layer, interventions, kernels)
    var none: SplitMix64?
    let made = computing.train(flows, of: 1, on: desk, &none)
    return computing.backward(
      BackwardStep(
        inputs: flows, made: made, count: 1, desk: desk, outputs: outputs, seed: seed,
        isAsked: flows.map { _ in true })
    ).inputs
  }

  private func flow(of source: PlannedSource) -> Flow {
    source.layer.map { records[$0].handing(source.output, of: 1) } ?? inputFlow
  }

  /// The number that stands in a row of what a source hands on.
  private func origin(_ source: PlannedSource, row: Int, _ unit: Int) -> TracedNumber {
    guard let layer = source.layer else {
      return .input(place: 0, timestep: row, feature: unit)
    }
    if let ran = recurrent[layer] {
      let isWhole = source.output == 0 && ran.kept.handsOnAll
      return .quantity(
        ran.layer.states[max(source.output - 1, 0)], layer: layer, unit: unit,
        timestep: isWhole ? row : ran.timesteps - 1)
    }
    if network.plan.layers[layer].layer.settings is AnotherInput {
      let place = network.plan.layers[...layer].count { $0.layer.settings is AnotherInput }
      return .input(place: place, timestep: row, feature: unit)
    }
    return .output(layer: layer, row: row, unit: unit)
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

extension Interventions {
  /// What of them holds at one timestep, for a run of that timestep alone from given states.
  fileprivate func at(_ timestep: Int) -> Interventions {
    Interventions(
      clamps: clamps.compactMap { clamp in
        guard clamp.timesteps?.contains(timestep) ?? true else { return nil }
        var now = clamp
        now.timesteps = nil
        return now
      },
      erasures: erasures.compactMap { erasure in
        guard erasure.timestep == timestep else { return nil }
        var now = erasure
        now.timestep = 0
        return now
      })
  }
}
