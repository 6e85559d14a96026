/// A network on paper: its layers in order, without any weights.
package struct NetworkDescription: Hashable, Sendable {
  /// What comes in.
  package var input: InputLayer
  /// The layers, the one next to the input first.
  package var layers: [Layer]

  /// A network of these layers.
  package init(input: InputLayer, layers: [Layer]) {
    self.input = input
    self.layers = layers
  }

  /// The shapes, weights and counts of every layer up to the first that cannot follow.
  package func plan() -> NetworkPlan {
    var plan = NetworkPlan(layers: [], failure: nil)
    if let error = inputError {
      plan.failure = NetworkPlan.Failure(layerIndex: 0, layerName: input.name, error: error)
      return plan
    }
    var names: Set<String> = [input.name]
    var shape = input.shape
    var lostBy: String?
    for (index, layer) in layers.enumerated() {
      do throws(EngineError) {
        if layer.name.isEmpty || layer.name.contains("/") { throw .unusableName(layer.name) }
        if !names.insert(layer.name).inserted { throw .duplicateName(layer.name) }
        let planned = try layer.settings.planned(after: shape, lostBy: lostBy)
        plan.layers.append(planned)
        if planned.outputShape.rank < shape.rank { lostBy = layer.name }
        shape = planned.outputShape
      } catch {
        plan.failure = NetworkPlan.Failure(
          layerIndex: index, layerName: layer.name, error: error)
        return plan
      }
    }
    return plan
  }

  /// Checks the shape of a whole input, `[batch, timesteps, features]`, before it is read.
  ///
  /// Throws what Keras raises when a finished model is fed a wrong number of features or timesteps,
  /// or no batch axis.
  package func checkInput(shape found: [Int]) throws(EngineError) {
    guard input.shape.accepts(found) else {
      throw .inputShape(input: input.name, expected: input.shape, found: found)
    }
  }

  private var inputError: EngineError? {
    if input.features <= 0 { return .features(input: input.name, found: input.features) }
    if input.hasTimesteps, let timesteps = input.timesteps, timesteps <= 0 {
      return .timesteps(input: input.name, found: timesteps)
    }
    if layers.count > NetworkPlan.mostLayers { return .tooManyLayers(found: layers.count) }
    return layers.isEmpty ? .noLayers : nil
  }
}
