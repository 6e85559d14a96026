/// A state that counts as zero on its way into a timestep, before that timestep is read.
///
/// What left the timestep before stays as it was: the next layer still reads it, a trace shows it.
package struct Erasure: Hashable, Sendable {
  /// The LSTM's name; `nil` is every LSTM of the network.
  package var layer: String?
  /// The timestep that the state does not reach, in the layer's order of processing.
  package var timestep: Int
  /// Which of the two states.
  package var states: States

  /// An erasure of `states` before `timestep` is read.
  package init(layer: String? = nil, timestep: Int, states: States) {
    self.layer = layer
    self.timestep = timestep
    self.states = states
  }

  /// The states of an LSTM that can be erased.
  package enum States: String, CaseIterable, Hashable, Sendable {
    /// The hidden state alone.
    case hiddenState = "h"
    /// The cell state alone.
    case cellState = "c"
    /// The hidden and the cell state.
    case both
  }
}
