/// What is changed in a network while it runs; its weights and its observation stay as they are.
///
/// Timesteps count in a layer's order of processing, as in `Trace`. Layers that a network has but
/// cannot run, because one before them hands on no sequence, may be named all the same.
package struct Interventions: Hashable, Sendable {
  /// The gates held at a value, the later ones over the earlier ones.
  package var clamps: [Clamp]
  /// The states that do not reach a timestep.
  package var erasures: [Erasure]
  /// The states that layers start from instead of zeros, by layer, as `stateful=True` would.
  package var initialStates: [String: LayerStates]

  /// Nothing is changed.
  package static let none = Interventions()

  /// These changes together.
  package init(
    clamps: [Clamp] = [], erasures: [Erasure] = [], initialStates: [String: LayerStates] = [:]
  ) {
    self.clamps = clamps
    self.erasures = erasures
    self.initialStates = initialStates
  }

  /// Whether nothing is changed.
  package var isEmpty: Bool { clamps.isEmpty && erasures.isEmpty && initialStates.isEmpty }

  /// Whether anything is changed in this layer.
  package func change(_ layer: String) -> Bool {
    clamps.contains { $0.layer == layer } || erasures.contains { $0.layer ?? layer == layer }
      || initialStates[layer] != nil
  }

  /// Whether a state of a layer is kept from a timestep.
  package func erases(_ state: QuantityName, of layer: String, at timestep: Int) -> Bool {
    erasures.contains { $0.timestep == timestep && $0.reaches(state, of: layer) }
  }

  /// Whether a gate of a unit is held at a value at a timestep.
  package func holds(
    _ gate: QuantityName, of layer: String, unit: Int, at timestep: Int
  ) -> Bool {
    clamps.contains {
      $0.layer == layer && $0.gate == gate && $0.units?.contains(unit) ?? true
        && $0.timesteps?.contains(timestep) ?? true
    }
  }
}
