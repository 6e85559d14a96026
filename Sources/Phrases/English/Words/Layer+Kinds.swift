import Engine
import Wording

extension Layer {
  /// The kinds of layers that keep a state, for a sentence about all of them: LSTM.
  package static let recurrentKinds = listed(
    kinds.filter { $0 is any RecurrentLayer.Type }.map { $0.kind }, "or")
}
