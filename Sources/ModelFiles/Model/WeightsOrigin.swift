/// Where the weights of a model come from.
package enum WeightsOrigin: Hashable, Sendable {
  /// A file, by its path.
  case file(String)
  /// Keras's initialisers with numbers from this seed.
  case untrained(seed: UInt64)

  /// Whether anything has been learnt.
  package var isTrained: Bool {
    if case .file = self { true } else { false }
  }
}
