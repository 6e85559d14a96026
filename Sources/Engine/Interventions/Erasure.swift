/// A state that counts as zero on its way into a timestep, before that timestep is read.
///
/// What left the timestep before stays as it was: the next layer still reads it, a trace shows it.
package struct Erasure: Hashable, Sendable {
  /// The layer's name; `nil` is every recurrent layer of the network.
  package var layer: String?
  /// The timestep that the state does not reach, in the layer's order of processing.
  package var timestep: Int
  /// Which of its states.
  package var states: States

  /// An erasure of `states` before `timestep` is read.
  package init(layer: String? = nil, timestep: Int, states: States) {
    self.layer = layer
    self.timestep = timestep
    self.states = states
  }

  /// Whether it keeps a state of a layer from a timestep of its own.
  package func reaches(_ state: QuantityName, of layer: String) -> Bool {
    self.layer ?? layer == layer && states.contains(state)
  }

  /// Which states of a layer are erased.
  package enum States: Hashable, Sendable {
    /// One state alone.
    case only(QuantityName)
    /// Every state that the layer has.
    case all

    /// The hidden state alone.
    package static let hiddenState = States.only(.hiddenState)
    /// The cell state alone.
    package static let cellState = States.only(.cellState)
    /// The hidden and the cell state.
    package static let both = States.all

    /// Whether a state is among them.
    package func contains(_ state: QuantityName) -> Bool {
      switch self {
      case .only(let name): name == state
      case .all: true
      }
    }
  }
}
