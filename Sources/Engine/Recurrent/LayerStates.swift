/// The states that a recurrent layer carries from one timestep to the next, by their names.
package struct LayerStates: Hashable, Sendable {
  /// Each state, `[units]`.
  package var values: [QuantityName: [Float]]

  /// These states.
  package init(_ values: [QuantityName: [Float]]) { self.values = values }

  /// One of them, `[units]`; empty where there is none of that name.
  package subscript(state: QuantityName) -> [Float] { values[state] ?? [] }
}
