extension Network {
  /// A fresh network with Keras's initialisers, drawn from `seed`: the kernels glorot_uniform over
  /// the whole matrix, recurrent kernels orthogonal, biases as each kind of layer has them.
  ///
  /// One source of chance fills the layers in order, in each the kernel and then the recurrent
  /// kernel; `initialisers` are those of weights that have others, by the names of the weights. Throws
  /// where a layer cannot follow.
  package init(
    _ description: NetworkDescription, seed: UInt64,
    initialisers: [String: WeightInitialiser] = [:]
  ) throws(EngineError) {
    let plan = description.plan()
    if let failure = plan.failure { throw failure.error }
    self.init(description, plan: plan, weights: try Self.drawn(for: plan, seed, initialisers))
  }

  /// A fresh network that may be impossible, as `with` allows.
  ///
  /// The layers behind one that hands on too little have weights too: they are those of the network
  /// with `return_sequences` set wherever a layer behind reads a sequence. Throws where there are more
  /// weights than can be held.
  package init(
    upToFailure description: NetworkDescription, seed: UInt64,
    initialisers: [String: WeightInitialiser] = [:]
  ) throws(EngineError) {
    let plan = description.withSequencesWhereRead.plan()
    let weights = try Self.drawn(for: plan, seed, initialisers)
    self.init(upToFailure: description, weights: weights)
  }

  private static func drawn(
    for plan: NetworkPlan, _ seed: UInt64, _ initialisers: [String: WeightInitialiser]
  ) throws(EngineError) -> [String: Tensor] {
    try plan.checkWeights()
    var initialiser = Initialiser(seed: seed)
    var weights: [String: Tensor] = [:]
    for layer in plan.layers {
      for weight in layer.weightShapes {
        weights[weight.key] = initialiser.fill(
          weight, of: layer.layer, by: initialisers[weight.key])
      }
    }
    return weights
  }
}

extension NetworkDescription {
  /// The same with `return_sequences` set on each layer that loses what a later one reads.
  fileprivate var withSequencesWhereRead: NetworkDescription {
    var description = self
    while case .rank(_, _, _, let lostBy?) = description.plan().failure?.error,
      let index = description.layers.firstIndex(where: { $0.name == lostBy }),
      var settings = description.layers[index].recurrent
    {
      settings.returnSequences = true
      description.layers[index] = description.layers[index].with(settings)
    }
    return description
  }
}

extension Initialiser {
  /// A weight as a layer has it fresh, or filled in another way.
  fileprivate mutating func fill(
    _ weight: WeightShape, of layer: Layer, by kind: WeightInitialiser?
  ) -> Tensor {
    guard let kind else { return layer.computing.fresh(weight, &self) }
    var filled = fill(weight.dimensions, by: kind)
    guard weight.name == "bias" else { return filled }
    // What a layer sets by itself, as the bias of an LSTM's forget gate, it sets in any case.
    let fresh = layer.computing.fresh(weight, &self)
    for (place, value) in fresh.values.enumerated() where value != 0 {
      filled.values[place] = value
    }
    return filled
  }
}
