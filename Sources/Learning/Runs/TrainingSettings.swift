import Engine

/// How a network is trained, with Keras's defaults.
package struct TrainingSettings: Codable, Hashable, Sendable {
  package var loss: Loss
  package var optimiser: OptimiserKind
  /// The learning rate at the start.
  package var rate: Double
  /// The observations of one step; the last batch of an epoch may have fewer.
  package var batchSize = 32
  /// The passes over all training examples.
  package var epochs = 10
  /// What decides the order of the examples and what Dropout drops.
  package var seed: UInt64
  /// Whether the examples come in another order in each epoch.
  package var shuffles = true
  package var clipping: Clipping?
  /// After how many epochs in which nothing became better training stops; nil where it does not.
  package var patience: Int?
  /// How much an example counts by its class, 1 for one that is not named. Of a yes-or-no question 0 is no
  /// and 1 is yes.
  package var classWeights: [Int: Double] = [:]

  /// Settings with Keras's defaults where nothing else is said.
  package init(
    loss: Loss, optimiser: OptimiserKind = .adam(), rate: Double? = nil, seed: UInt64 = 0
  ) {
    self.loss = loss
    self.optimiser = optimiser
    self.rate = rate ?? optimiser.usualRate
    self.seed = seed
  }

  /// How much an example counts.
  func weight(of target: [Float]) -> Float {
    if classWeights.isEmpty { return 1 }
    let kind =
      target.count == 1
      ? Int(target[0].rounded()) : target.indices.max { target[$0] < target[$1] } ?? 0
    return Float(classWeights[kind] ?? 1)
  }
}
