import Engine
import Screen

extension LSTMQuantity {
  /// The full name, as it stands in a row's label.
  var words: String {
    switch self {
    case .inputGate: "input gate"
    case .forgetGate: "forget gate"
    case .cellCandidate: "candidate"
    case .outputGate: "output gate"
    case .cellState: "cell state"
    case .hiddenState: "hidden state"
    }
  }

  /// The colour that the letter has on every screen.
  var ink: Ink {
    switch self {
    case .inputGate: .series(0)
    case .forgetGate: .series(1)
    case .cellCandidate: .series(2)
    case .outputGate: .series(3)
    case .cellState: .series(4)
    case .hiddenState: .series(5)
    }
  }

  /// Whether the quantity is carried from one timestep to the next, and so has a value before t 0.
  var isState: Bool { self == .cellState || self == .hiddenState }
}
