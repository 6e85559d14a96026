import Documents
import Engine

extension KerasLayer {
  /// The input's shape: from an InputLayer, from the first layer as Keras 2 has it, from what Keras 1
  /// says of the first layer, or from what the model was built for.
  func input(builtFor built: DocumentValue?) throws(FileError) -> InputLayer {
    if isInput {
      for key in ["sparse", "ragged"] { try refuse(key, .notRead) }
    }
    let sizes = try inputSizes(built)
    guard let features = sizes.last else { throw value.error(.kerasNoInput) }
    let timesteps: DocumentValue? = sizes.count == 3 ? sizes[1] : nil
    return InputLayer(
      name: isInput ? name : "input_layer",
      timesteps: try timesteps.flatMap { (size) throws(FileError) -> Int? in
        size.isNull ? nil : try size.integer("timesteps", in: ModelFiles.sizes)
      },
      features: try (features ?? value).integer("features", in: ModelFiles.sizes),
      hasTimesteps: sizes.count == 3)
  }

  /// The sizes of the input's axes, the observations' first; nil for one that is open.
  private func inputSizes(_ built: DocumentValue?) throws(FileError) -> [DocumentValue?] {
    for key in ["batch_shape", "batch_input_shape"] {
      guard let shape = config.value(key) else { continue }
      return try checked(try shape.list("batch_shape"), of: shape)
    }
    if let shape = config.value("input_shape") {
      return try checked([nil] + (try shape.list("input_shape")), of: shape)
    }
    if let features = config.value("input_dim") {
      guard Layer.kind(className)?.init(name: "", units: 1).recurrent != nil else {
        return [nil, features]
      }
      return [nil, config.value("input_length"), features]
    }
    if let shape = try ownShape() ?? built {
      return try checked(try shape.list("input_shape"), of: shape)
    }
    throw value.error(.kerasNoInput)
  }

  /// The shape that the layer itself was built for.
  private func ownShape() throws(FileError) -> DocumentValue? {
    guard let build = try value.mapping(.layer)["build_config"], build.isMapping else { return nil }
    return try build.mapping("build_config")["input_shape"].flatMap { $0.isNull ? nil : $0 }
  }

  private func checked(
    _ sizes: [DocumentValue?], of shape: DocumentValue
  ) throws(FileError) -> [DocumentValue?] {
    guard sizes.count == 2 || sizes.count == 3 else {
      throw shape.error(
        .wrongType(
          name: "batch_shape", expected: .entries(["null", "timesteps", "features"]),
          found: .listOf(count: sizes.count)))
    }
    return sizes
  }
}
