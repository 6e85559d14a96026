extension Network {
  /// A fresh network with Keras's initialisers, drawn from `seed`: the kernels glorot_uniform over
  /// the whole matrix, recurrent kernels orthogonal, biases 0, or 1 in the forget gate's slots where
  /// `unit_forget_bias` is set.
  ///
  /// One source of chance fills the layers in order, in each the kernel and then the recurrent
  /// kernel. Throws where a layer cannot follow.
  package init(_ description: NetworkDescription, seed: UInt64) throws(EngineError) {
    let plan = description.plan()
    if let failure = plan.failure { throw failure.error }
    var initialiser = Initialiser(seed: seed)
    var weights: [String: Tensor] = [:]
    for layer in plan.layers {
      for weight in layer.weightShapes {
        weights[weight.key] = initialiser.fill(weight, of: layer.layer)
      }
    }
    self.init(description, plan: plan, weights: weights)
  }
}

extension Initialiser {
  fileprivate mutating func fill(_ weight: WeightShape, of layer: Layer) -> Tensor {
    let shape = weight.dimensions
    switch weight.name {
    case "kernel": return glorotUniform(rows: shape[0], columns: shape[1])
    case "recurrent_kernel": return orthogonal(rows: shape[0], columns: shape[1])
    default:
      var bias = [Float](repeating: 0, count: shape[0])
      if case .lstm(let settings) = layer, settings.unitForgetBias {
        let slots = settings.units..<2 * settings.units
        bias.replaceSubrange(slots, with: repeatElement(1, count: slots.count))
      }
      return Tensor(shape: shape, values: bias)
    }
  }
}
