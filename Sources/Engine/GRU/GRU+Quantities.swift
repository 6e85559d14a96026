extension QuantityName {
  /// z, how much of the old hidden state stays, 0 to 1.
  package static let updateGate = QuantityName("update_gate")
  /// r, how much of the old hidden state the candidate reads, 0 to 1.
  package static let resetGate = QuantityName("reset_gate")
  /// g, what the hidden state could become, −1 to 1.
  package static let candidate = QuantityName("candidate")
}

extension GRU {
  /// What the layer works out, in the order in which the equations need it; see `GRUCell`.
  package var quantities: [LayerQuantity] { made.quantities }

  /// h, which is all that it carries.
  package static let states: [QuantityName] = [.hiddenState]

  /// h = z·h₋ + (1 − z)·g.
  package var stateEquations: [StateEquation] { Self.equations }

  /// A second bias stands within the reset, and so beside each sum.
  package var biasesOfSum: Int { resetAfter ? 2 : 1 }

  private static let equations = [
    StateEquation(
      .hiddenState,
      [[.now(.updateGate), .before(.hiddenState)], [.rest(.updateGate), .now(.candidate)]])
  ]

  private var made: Made {
    Self.made[Form(activation: activation, gates: recurrentActivation, resetAfter: resetAfter)]
  }

  private static let made = Memo<Form, Made>(==) { Made($0) }

  private struct Form: Equatable {
    let activation: Activation
    let gates: Activation
    let resetAfter: Bool
  }

  private struct Made: Sendable {
    let quantities: [LayerQuantity]

    init(_ form: Form) {
      // Each h lies between the one before and g where z is a share.
      let isMixed = form.gates.range == 0...1
      quantities = [
        LayerQuantity(
          .updateGate, "update gate", "z", .gate, series: 1, block: 0, activation: form.gates),
        LayerQuantity(
          .resetGate, "reset gate", "r", .gate, series: 0, block: 1, activation: form.gates),
        LayerQuantity(
          .candidate, "candidate", short: "cand.", "g", .candidate, series: 2, block: 2,
          activation: form.activation,
          reset: form.resetAfter ? .after(.resetGate) : .before(.resetGate)),
        LayerQuantity(
          state: .hiddenState, "hidden state", "h", series: 5,
          range: isMixed ? form.activation.range : nil),
      ]
    }
  }
}
