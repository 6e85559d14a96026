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
  /// How much an answer counts by its class, 1 for one that is not named. Of a yes-or-no question 0 is no
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

  /// How much each row of a true answer counts, `width` numbers each; none where all count as 1.
  func weights(of target: [Float], each width: Int) -> [Float] {
    if classWeights.isEmpty { return [] }
    return stride(from: 0, to: target.count, by: width).map { start in
      let row = target[start..<start + width]
      return Float(loss.place(of: row).flatMap { classWeights[$0] } ?? 1)
    }
  }
}

extension Loss {
  /// The class of a row of a true answer, as Keras finds it: the number itself where it is one, otherwise
  /// the place of the largest; nil where the number is none.
  fileprivate func place(of row: ArraySlice<Float>) -> Int? {
    switch self {
    case .sparseCategoricalCrossEntropy: row.first.flatMap { Int(exactly: $0) }
    case .binaryCrossEntropy, .categoricalCrossEntropy, .meanSquaredError, .meanAbsoluteError:
      row.count == 1
        ? row.first.flatMap { Int(exactly: $0.rounded(.toNearestOrEven)) } : row.placeOfLargest
    }
  }
}
