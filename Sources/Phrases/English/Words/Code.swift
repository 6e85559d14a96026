/// What stands in comments of a network's code.
package enum CodePhrases {
  /// Keras refuses the layer that follows, with these words of its own.
  package static func kerasStops(_ words: String) -> String { "here Keras stops: \(words)" }

  /// Where Keras stops and PyTorch does not.
  package static let kerasOnlyStops =
    "Keras stops here. PyTorch does not: it takes the batch for time."

  /// A layer that is not written out.
  package static func notWritten(_ kind: String, name: String) -> String {
    "Keras's \(kind) '\(name)' has no single equal here"
  }

  /// Of a GRU that resets before the product.
  package static let resetsAfter = "resets after the product; Keras before it"

  /// A layer of PyTorch has no other curves than these.
  package static func curves(only usual: [String], keras: [String]) -> String {
    "has \(usual.joined(separator: " and ")) only; Keras has \(keras.joined(separator: " and ")) here"
  }

  /// In place of the code of a network whose layers form no chain.
  package static let chainsOnly =
    "PyTorch code is written for layers that form a chain; these do not"

  /// Of an Embedding with `mask_zero`.
  package static let skipsNone = "Keras's layers skip the timesteps of 0 from here on; these do not"

  package static let backwards = "go_backwards: the last timestep first"
}
