extension Network {
  /// A fresh network with Keras's initialisers, drawn from `seed`: the kernels glorot_uniform over
  /// the whole matrix, recurrent kernels orthogonal, biases as each kind of layer has them.
  ///
  /// One source of chance fills the layers in order, in each the kernel and then the recurrent
  /// kernel. Throws where a layer cannot follow.
  package init(_ description: NetworkDescription, seed: UInt64) throws(EngineError) {
    let plan = description.plan()
    if let failure = plan.failure { throw failure.error }
    self.init(description, plan: plan, weights: try Self.drawn(for: plan, seed: seed))
  }

  /// A fresh network that may be impossible, as `with` allows.
  ///
  /// The layers behind one that hands on too little have weights too: they are those of the network
  /// with `return_sequences` set wherever a layer behind reads a sequence. Throws where there are more
  /// weights than can be held.
  package init(upToFailure description: NetworkDescription, seed: UInt64) throws(EngineError) {
    let weights = try Self.drawn(for: description.withSequencesWhereRead.plan(), seed: seed)
    self.init(upToFailure: description, weights: weights)
  }

  private static func drawn(
    for plan: NetworkPlan, seed: UInt64
  ) throws(EngineError) -> [String: Tensor] {
    try plan.checkWeights()
    var initialiser = Initialiser(seed: seed)
    var weights: [String: Tensor] = [:]
    for layer in plan.layers {
      for weight in layer.weightShapes {
        weights[weight.key] = layer.layer.computing.fresh(weight, &initialiser)
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
