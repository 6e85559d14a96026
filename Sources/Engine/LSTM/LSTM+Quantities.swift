extension QuantityName {
  /// i, how much of the candidate gets in, 0 to 1.
  package static let inputGate = QuantityName(rawValue: "input_gate")
  /// f, how much of the old cell state stays, 0 to 1.
  package static let forgetGate = QuantityName(rawValue: "forget_gate")
  /// g, what could be written into the cell, −1 to 1.
  package static let cellCandidate = QuantityName(rawValue: "cell_candidate")
  /// o, how much of the cell state shows, 0 to 1.
  package static let outputGate = QuantityName(rawValue: "output_gate")
  /// c, what the layer remembers, of any size.
  package static let cellState = QuantityName(rawValue: "cell_state")
}

extension LSTM {
  /// What an LSTM works out, in the order in which the equations need it.
  package static let quantityNames: [QuantityName] = [
    .inputGate, .forgetGate, .cellCandidate, .outputGate, .cellState, .hiddenState,
  ]

  /// What the layer works out, in the order in which the equations need it; see `LSTMCell`.
  package var quantities: [LayerQuantity] {
    [
      LayerQuantity(
        .inputGate, "input gate", "i", .gate, series: 0, block: 0,
        activation: recurrentActivation),
      LayerQuantity(
        .forgetGate, "forget gate", "f", .gate, series: 1, block: 1,
        activation: recurrentActivation),
      LayerQuantity(
        .cellCandidate, "candidate", short: "cand.", "g", .candidate, series: 2, block: 2,
        activation: activation),
      LayerQuantity(
        .outputGate, "output gate", "o", .gate, series: 3, block: 3,
        activation: recurrentActivation),
      LayerQuantity(state: .cellState, "cell state", "c", series: 4, range: nil),
      LayerQuantity(state: .hiddenState, "hidden state", "h", series: 5, range: hiddenRange),
    ]
  }

  /// h = o·φ(c) lies within ±1 where both factors do.
  private var hiddenRange: ClosedRange<Float>? {
    recurrentActivation.range == 0...1 && activation.range != nil ? -1...1 : nil
  }

  /// h and c, as Keras hands them out.
  package static let states: [QuantityName] = [.hiddenState, .cellState]

  /// c = f·c₋ + i·g and h = o·φ(c).
  package var stateEquations: [StateEquation] {
    [
      StateEquation(
        .cellState,
        [
          [.now(.forgetGate), .before(.cellState)], [.now(.inputGate), .now(.cellCandidate)],
        ]),
      StateEquation(.hiddenState, [[.now(.outputGate), .curved(.cellState, activation)]]),
    ]
  }
}
