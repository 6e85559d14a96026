/// A network on paper: its layers in order, without any weights.
package struct NetworkDescription: Hashable, Sendable {
  /// What comes in.
  package var input: InputLayer
  /// The layers, each behind all those that it reads; what the last one hands on is the answer.
  package var layers: [Layer]

  /// A network of these layers.
  package init(input: InputLayer, layers: [Layer]) {
    self.input = input
    self.layers = layers
  }

  /// The inputs: the first, and those that stand among the layers.
  package var inputs: [InputLayer] {
    [input] + layers.compactMap { ($0.settings as? AnotherInput)?.input }
  }

  /// The shapes, weights and counts of every layer up to the first that cannot follow.
  package func plan() -> NetworkPlan {
    var plan = NetworkPlan(layers: [], failure: nil)
    if let error = inputError {
      plan.failure = NetworkPlan.Failure(layerIndex: 0, layerName: input.name, error: error)
      return plan
    }
    var places: [String: PlannedSource] = [input.name: .input]
    for (index, layer) in layers.enumerated() {
      do throws(EngineError) {
        if layer.name.isEmpty || layer.name.contains("/") { throw .unusableName(layer.name) }
        if places[layer.name] != nil { throw .duplicateName(layer.name) }
        plan.layers.append(try planned(layer, behind: plan.layers, places))
        places[layer.name] = PlannedSource(layer: index, output: 0)
      } catch {
        plan.failure = NetworkPlan.Failure(
          layerIndex: index, layerName: layer.name, error: error)
        return plan
      }
    }
    return plan
  }

  /// The same for observations of so many timesteps, so that every length is known.
  package func plan(timesteps: Int) -> NetworkPlan {
    if input.timesteps == timesteps || !input.hasTimesteps { return plan() }
    var description = self
    description.input.timesteps = timesteps
    return description.plan()
  }

  /// The same for an observation, all of whose inputs have their lengths.
  package func plan(of observation: Observation) -> NetworkPlan {
    var description = self
    if input.hasTimesteps { description.input.timesteps = observation.timesteps }
    var others = observation.beside[...]
    for (index, layer) in layers.enumerated() {
      guard var other = layer.settings as? AnotherInput, let found = others.popFirst() else {
        continue
      }
      if other.input.hasTimesteps { other.input.timesteps = found.timesteps }
      description.layers[index] = layer.with(other)
    }
    return description.plan()
  }

  /// Throws where whole numbers are read by what is no table, or a table reads anything else.
  private func checkTokens(
    _ layer: Layer, _ sources: [PlannedSource], _ layers: [PlannedLayer]
  ) throws(EngineError) {
    for source in sources {
      let input =
        source.layer.map { (layers[$0].layer.settings as? AnotherInput)?.input } ?? self.input
      guard (layer.settings is Embedding) == (input?.hasFeatures == false) else {
        throw .tokens(layer: layer.name, isTable: layer.settings is Embedding)
      }
    }
  }

  /// A layer in its place behind those that are planned.
  private func planned(
    _ layer: Layer, behind layers: [PlannedLayer], _ places: [String: PlannedSource]
  ) throws(EngineError) -> PlannedLayer {
    var sources = [PlannedSource(layer: layers.isEmpty ? nil : layers.count - 1, output: 0)]
    if let reads = layer.reads {
      sources = []
      for read in reads {
        guard var source = places[read.layer] else {
          throw .unknownSource(layer: layer.name, found: read.layer)
        }
        source.output = read.output
        sources.append(source)
      }
    }
    var shapes: [Shape] = []
    for source in sources {
      guard let place = source.layer else {
        shapes.append(input.shape)
        continue
      }
      let read = layers[place]
      guard
        source.output == 0 || read.layer.recurrent.map({ source.output <= $0.states.count }) == true
      else { throw .unknownSource(layer: layer.name, found: read.layer.name) }
      shapes.append(
        source.output == 0 ? read.outputShape : Shape([nil, read.units]))
    }
    try checkTokens(layer, sources, layers)
    let plan = try layer.settings.planned(
      after: shapes, lostBy: Self.lostBy(sources.first?.layer, layers))
    return PlannedLayer(
      layer: layer, sources: sources, inputShapes: shapes.isEmpty ? [plan.outputShape] : shapes,
      plan: plan)
  }

  /// The layer, from one on towards the input, that hands on its last hidden state only.
  private static func lostBy(_ place: Int?, _ layers: [PlannedLayer]) -> String? {
    var place = place
    while let index = place {
      let layer = layers[index]
      if layer.outputShape.rank < layer.inputShape.rank { return layer.layer.name }
      place = layer.before
    }
    return nil
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
    if let error = input.error { return error }
    if layers.count > NetworkPlan.mostLayers { return .tooManyLayers(found: layers.count) }
    return layers.isEmpty ? .noLayers : nil
  }
}
