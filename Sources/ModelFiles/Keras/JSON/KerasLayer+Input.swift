import Documents
import Engine

extension KerasLayer {
  /// The input's shape: from an InputLayer, from the first layer as Keras 2 has it, from what Keras 1
  /// says of the first layer, or from what the layer or the model was `built` for.
  ///
  /// With `tokens` an Embedding reads it: one whole number at each timestep.
  func input(tokens: Bool, builtFor built: DocumentValue?) throws(FileError) -> InputLayer {
    if isInput {
      for key in ["sparse", "ragged"] {
        if let value = config.value(key), value.written == "true" {
          throw setting(key, value, .notRead)
        }
      }
    }
    let (sizes, place) = try inputSizes(built)
    guard (tokens ? 2...2 : 2...3).contains(sizes.count) else {
      let names = tokens ? ["null", "timesteps"] : ["null", "timesteps", "features"]
      throw place.error(
        .wrongType(
          name: "batch_shape", expected: .entries(names), found: .listOf(count: sizes.count)))
    }
    let input = isInput ? name : "input_layer"
    func length(_ size: DocumentValue?) throws(FileError) -> Int? {
      guard let size, !size.isNull else { return nil }
      return try size.integer("timesteps", in: ModelFiles.sizes)
    }
    if tokens { return InputLayer(name: input, tokens: try length(sizes[1])) }
    let features = try (sizes[sizes.count - 1] ?? place).integer(
      "features", in: ModelFiles.sizes)
    guard sizes.count == 3 else {
      return InputLayer(name: input, timesteps: nil, features: features, hasTimesteps: false)
    }
    return InputLayer(name: input, timesteps: try length(sizes[1]), features: features)
  }

  /// The sizes of the input's axes, the observations' first, nil for one that is open; and where they
  /// stand.
  private func inputSizes(
    _ built: DocumentValue?
  ) throws(FileError) -> ([DocumentValue?], DocumentValue) {
    for key in ["batch_shape", "batch_input_shape"] {
      if let shape = config.value(key) { return (try shape.list("batch_shape"), shape) }
    }
    if let shape = config.value("input_shape") {
      return ([nil] + (try shape.list("input_shape")), shape)
    }
    if className == "Embedding" {
      if let length = config.value("input_length") { return ([nil, length], length) }
    } else if let features = config.value("input_dim") {
      let isRecurrent = Layer.kind(className)?.init(name: "").recurrent != nil
      return (
        isRecurrent ? [nil, config.value("input_length"), features] : [nil, features], features
      )
    }
    if let shape = try ownShape() ?? built { return (try shape.list("input_shape"), shape) }
    // An Embedding that says nothing takes any number of timesteps.
    if className == "Embedding" { return ([nil, nil], value) }
    throw value.error(.kerasNoInput)
  }

  /// The shape that the layer itself was built for.
  private func ownShape() throws(FileError) -> DocumentValue? {
    guard let build = try value.mapping(.layer)["build_config"], build.isMapping else { return nil }
    return try build.mapping("build_config")["input_shape"].flatMap { $0.isList ? $0 : nil }
  }
}
