import Engine

extension Layer {
  /// What layers that keep a state are called in a sentence about all of them.
  package static let recurrentKinds = "recurrent"
}
