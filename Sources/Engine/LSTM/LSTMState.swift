/// The two states that an LSTM carries from one timestep to the next.
package struct LSTMState: Hashable, Sendable {
  /// The hidden state, `[units]`.
  package var h: [Float]
  /// The cell state, `[units]`.
  package var c: [Float]

  /// The states h and c.
  package init(h: [Float], c: [Float]) {
    self.h = h
    self.c = c
  }
}
