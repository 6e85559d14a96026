extension Interventions {
  /// Checks that a network has what is changed, for observations of `timesteps` rows.
  ///
  /// Throws for a layer that is unknown or keeps no state, a clamp of a state, the erasure of a state
  /// that the layer lacks, a unit or timestep out of range, states of another length than the layer has
  /// units, and NaN or infinity.
  package func check(
    _ description: NetworkDescription, timesteps: Int
  ) throws(EngineError) {
    for clamp in clamps {
      let settings = try description.recurrent(clamp.layer)
      guard let gate = settings.quantity(clamp.gate) else {
        throw .unknownQuantity(
          layer: clamp.layer, quantity: clamp.gate, known: settings.quantities.map(\.name))
      }
      guard settings.gates.contains(gate) else {
        throw .notAGate(
          layer: clamp.layer, quantity: clamp.gate, gates: settings.gates.map(\.name))
      }
      for unit in clamp.units ?? [] where !(0..<settings.units).contains(unit) {
        throw .unit(layer: clamp.layer, units: settings.units, found: unit)
      }
      if let range = clamp.timesteps {
        if range.lowerBound < 0 { throw .timestep(timesteps: timesteps, found: range.lowerBound) }
        if range.upperBound > timesteps {
          throw .timestep(timesteps: timesteps, found: range.upperBound - 1)
        }
      }
      guard clamp.value.isFinite else {
        throw .notFinite(what: "\(clamp.layer).\(clamp.gate.rawValue)")
      }
    }
    for erasure in erasures {
      try check(erasure, description)
      guard (0..<timesteps).contains(erasure.timestep) else {
        throw .timestep(timesteps: timesteps, found: erasure.timestep)
      }
    }
    for (layer, state) in initialStates.sorted(by: { $0.key < $1.key }) {
      let settings = try description.recurrent(layer)
      for quantity in settings.states {
        let values = state[quantity]
        guard values.count == settings.units else {
          throw .stateLength(
            layer: layer, state: quantity, expected: settings.units, found: values.count)
        }
        if let unit = values.firstIndex(where: { !$0.isFinite }) {
          throw .notFinite(what: "\(layer).\(quantity.rawValue)[-1, \(unit)]")
        }
      }
    }
  }
}

extension Interventions {
  /// Of all layers those are meant that have the state; where none has, the first one says so.
  private func check(
    _ erasure: Erasure, _ description: NetworkDescription
  ) throws(EngineError) {
    let layers: [any RecurrentLayer]
    if let name = erasure.layer {
      layers = [try description.recurrent(name)]
    } else {
      layers = description.layers.compactMap(\.recurrent)
    }
    guard case .only(let state) = erasure.states, let first = layers.first,
      !layers.contains(where: { $0.states.contains(state) })
    else { return }
    throw .unknownQuantity(layer: first.name, quantity: state, known: first.states)
  }
}

extension NetworkDescription {
  /// The settings of the recurrent layer of this name.
  func recurrent(_ name: String) throws(EngineError) -> any RecurrentLayer {
    guard let layer = layers.first(where: { $0.name == name }) else {
      throw .unknownLayer(name: name, known: layers.map(\.name))
    }
    guard let settings = layer.recurrent else { throw .notRecurrent(layer: name) }
    return settings
  }
}
