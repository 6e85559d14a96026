extension QuantityName {
  /// i, how much of the candidate gets in, 0 to 1.
  package static let inputGate = QuantityName("input_gate")
  /// f, how much of the old cell state stays, 0 to 1.
  package static let forgetGate = QuantityName("forget_gate")
  /// g, what could be written into the cell, −1 to 1.
  package static let cellCandidate = QuantityName("cell_candidate")
  /// o, how much of the cell state shows, 0 to 1.
  package static let outputGate = QuantityName("output_gate")
  /// c, what the layer remembers, of any size.
  package static let cellState = QuantityName("cell_state")
}

extension LSTM {
  /// What an LSTM works out, in the order in which the equations need it.
  package static let quantityNames: [QuantityName] = [
    .inputGate, .forgetGate, .cellCandidate, .outputGate, .cellState, .hiddenState,
  ]

  /// What the layer works out, in the order in which the equations need it; see `LSTMCell`.
  package var quantities: [LayerQuantity] { made.quantities }

  /// h and c, as Keras hands them out.
  package static let states: [QuantityName] = [.hiddenState, .cellState]
  package static let gradientNames: [QuantityName] = [.hiddenGradient, .cellGradient]

  /// c = f·c₋ + i·g and h = o·φ(c).
  package var stateEquations: [StateEquation] { made.stateEquations }

  /// What the layer has, which depends on its two curves alone.
  private var made: Made {
    Self.made[Curves(activation: activation, gates: recurrentActivation)]
  }

  private static let made = Memo<Curves, Made>(==) { Made(of: $0) }

  private struct Curves: Equatable {
    let activation: Activation
    let gates: Activation
  }

  private struct Made: Sendable {
    let quantities: [LayerQuantity]
    let stateEquations: [StateEquation]

    init(of curves: Curves) {
      let (activation, gates) = (curves.activation, curves.gates)
      // h = o·φ(c) lies within ±1 where both factors do.
      let isBounded = gates.range == 0...1 && activation.range != nil
      quantities = [
        LayerQuantity(
          .inputGate, "input gate", "i", .gate, series: 0, block: 0, activation: gates),
        LayerQuantity(
          .forgetGate, "forget gate", "f", .gate, series: 1, block: 1, activation: gates),
        LayerQuantity(
          .cellCandidate, "candidate", short: "cand.", "g", .candidate, series: 2, block: 2,
          activation: activation),
        LayerQuantity(
          .outputGate, "output gate", "o", .gate, series: 3, block: 3, activation: gates),
        LayerQuantity(state: .cellState, "cell state", "c", series: 4, range: nil),
        LayerQuantity(
          state: .hiddenState, "hidden state", "h", series: 5, range: isBounded ? -1...1 : nil),
      ]
      stateEquations = [
        StateEquation(
          .cellState,
          [
            [.now(.forgetGate), .before(.cellState)], [.now(.inputGate), .now(.cellCandidate)],
          ]),
        StateEquation(.hiddenState, [[.now(.outputGate), .curved(.cellState, activation)]]),
      ]
    }
  }
}
