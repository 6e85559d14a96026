/// What an LSTM layer works out at each timestep, in the order the equations need it.
package enum LSTMQuantity: String, CaseIterable, Hashable, Sendable {
  /// i, how much of the candidate gets in, 0 to 1.
  case inputGate = "input_gate"
  /// f, how much of the old cell state stays, 0 to 1.
  case forgetGate = "forget_gate"
  /// g, what could be written into the cell, −1 to 1.
  case cellCandidate = "cell_candidate"
  /// o, how much of the cell state shows, 0 to 1.
  case outputGate = "output_gate"
  /// c, what the layer remembers, of any size.
  case cellState = "cell_state"
  /// h, what the layer shows, −1 to 1.
  case hiddenState = "hidden_state"

  /// The letter in the equations: i, f, g, o, c or h.
  package var letter: Character {
    switch self {
    case .inputGate: "i"
    case .forgetGate: "f"
    case .cellCandidate: "g"
    case .outputGate: "o"
    case .cellState: "c"
    case .hiddenState: "h"
    }
  }

  /// The place among the four blocks of columns of an LSTM's weights; `nil` for the two states.
  var block: Int? {
    switch self {
    case .inputGate: 0
    case .forgetGate: 1
    case .cellCandidate: 2
    case .outputGate: 3
    case .cellState, .hiddenState: nil
    }
  }
}
