import Kernels

/// A network with its weights: what turns observations into traces.
package struct Network: Equatable, Sendable {
  /// The layers and their settings.
  package let description: NetworkDescription
  /// Their shapes, and the first layer that cannot follow.
  package let plan: NetworkPlan
  /// Every weight by its name, `lstm1/kernel`, in Keras's shapes.
  package let weights: [String: Tensor]
  /// The weights of the planned layers, in their order.
  let layerWeights: [LayerWeights]

  /// A network with these weights, named `LAYER/kernel`, `LAYER/recurrent_kernel` and `LAYER/bias`.
  ///
  /// Throws where a layer cannot follow, a weight is missing or unknown, has another shape than the
  /// layer needs, or holds a number that is not finite.
  package init(
    _ description: NetworkDescription, weights: [String: Tensor]
  ) throws(EngineError) {
    let plan = description.plan()
    if let failure = plan.failure { throw failure.error }
    try plan.checkWeights()
    var known: [String] = []
    for layer in plan.layers {
      try Network.check(weights, for: layer)
      known += layer.weightShapes.map(\.key)
    }
    if let name = Set(weights.keys).subtracting(known).min() {
      throw .unknownWeight(name: name, known: known)
    }
    for name in known {
      if let tensor = weights[name] { try Network.checkFinite(tensor, name) }
    }
    self.init(description, plan: plan, weights: weights)
  }

  /// The same weights under other settings, such as `return_sequences`.
  ///
  /// The settings may be impossible: `plan.failure` then names the first layer that cannot follow or
  /// whose weights do not fit, and the layers before it still run. With the settings that it has it is
  /// itself, and its kernels, packed for the inner loops, stay.
  package func with(_ description: NetworkDescription) -> Network {
    description == self.description
      ? self : Network(upToFailure: description, weights: weights)
  }

  /// A network that may be impossible, as `with` allows; weights of layers that it cannot reach are
  /// kept, for settings under which it can.
  package init(upToFailure description: NetworkDescription, weights: [String: Tensor]) {
    var plan = description.plan()
    for (index, layer) in plan.layers.enumerated() {
      do throws(EngineError) {
        try Network.check(weights, for: layer)
      } catch {
        plan.layers.removeSubrange(index...)
        plan.failure = NetworkPlan.Failure(
          layerIndex: index, layerName: layer.layer.name, error: error)
        break
      }
    }
    self.init(description, plan: plan, weights: weights)
  }

  init(_ description: NetworkDescription, plan: NetworkPlan, weights: [String: Tensor]) {
    self.description = description
    self.plan = plan
    self.weights = weights
    layerWeights = plan.layers.map { LayerWeights($0, from: weights) }
  }

  private static func check(
    _ weights: [String: Tensor], for layer: PlannedLayer
  ) throws(EngineError) {
    for weight in layer.weightShapes {
      guard let tensor = weights[weight.key] else {
        throw .missingWeight(name: weight.key, expected: weight.dimensions)
      }
      guard tensor.shape == weight.dimensions else {
        throw .weightShape(
          name: weight.key, expected: weight.dimensions, found: tensor.shape)
      }
      guard tensor.isWhole else {
        throw .weightCount(name: weight.key, shape: tensor.shape, found: tensor.values.count)
      }
    }
  }

  private static func checkFinite(_ tensor: Tensor, _ name: String) throws(EngineError) {
    let place = tensor.values.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { placeOfFirstNotFinite($0, buffer.count) }
    }
    guard var place else { return }
    var index: [Int] = []
    for length in tensor.shape.reversed() {
      index.insert(place % length, at: 0)
      place /= length
    }
    throw .weightNotFinite(name: name, index: index)
  }
}
