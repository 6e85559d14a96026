extension LayerStates {
  /// The states of an LSTM, each `[units]`.
  package init(h: [Float], c: [Float]) { self.init([.hiddenState: h, .cellState: c]) }

  /// The hidden state, `[units]`.
  package var h: [Float] { self[.hiddenState] }

  /// The cell state, `[units]`.
  package var c: [Float] { self[.cellState] }
}
