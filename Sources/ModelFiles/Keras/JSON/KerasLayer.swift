import Documents
import Engine
import Wording

/// One layer of Keras's JSON.
struct KerasLayer {
  let value: DocumentValue
  let className: String
  let name: String
  private let entry: DocumentMapping
  private let config: DocumentMapping

  init(_ value: DocumentValue) throws(FileError) {
    self.value = value
    entry = try value.mapping(.layer)
    className = try entry.required("class_name", example: "\"class_name\": \"LSTM\"")
      .text("class_name")
    config = try entry.required("config", example: "\"config\": {…}").mapping("config")
    name = try config.required("name", example: "\"name\": \"lstm1\"").name("name")
  }

  func wiring(_ fault: ModelProblem.KerasWiring) -> FileError {
    value.error(.kerasWiring(layer: excerpt(name), fault))
  }

  /// The input's shape, from an InputLayer or, as Keras 2 may have it, from the first layer.
  func input() throws(FileError) -> InputLayer {
    let keys = ["batch_shape", "batch_input_shape"]
    guard let shape = keys.compactMap({ config[$0] }).first(where: { !$0.isNull }) else {
      throw value.error(.kerasNoInput)
    }
    if className == "InputLayer" {
      for key in ["sparse", "ragged"] { try refuse(key, .notRead) }
    }
    let sizes = try shape.list("batch_shape")
    guard sizes.count == 2 || sizes.count == 3, let features = sizes.last else {
      throw shape.error(
        .wrongType(
          name: "batch_shape", expected: .entries(["null", "timesteps", "features"]),
          found: .listOf(count: sizes.count)))
    }
    let timesteps = sizes.count == 3 ? sizes[1] : nil
    return InputLayer(
      name: className == "InputLayer" ? name : "input_layer",
      timesteps: try timesteps.flatMap { (size) throws(FileError) -> Int? in
        size.isNull ? nil : try size.integer("timesteps", in: ModelFiles.sizes)
      },
      features: try features.integer("features", in: ModelFiles.sizes),
      hasTimesteps: sizes.count == 3)
  }

  /// Throws for a class that cannot be done: said before its wiring is looked at.
  func checkClass() throws(FileError) {
    guard className == "InputLayer" || Layer.kind(className) != nil else {
      throw value.error(.kerasLayer(layer: excerpt(name), className: excerpt(className)))
    }
  }

  /// The settings of the layer; throws for one that cannot be done.
  func layer(isKeras3: Bool) throws(FileError) -> Layer {
    try checkType()
    if className == "InputLayer" { throw wiring(.lateInput) }
    try checkClass()
    guard let kind = Layer.kind(className) else { preconditionFailure("a class that was checked") }
    var layer: any LayerSettings = kind.init(name: name)
    if kind.widthName != nil { layer.width = try config.units() }
    if layer.recurrent != nil {
      try refuse("stateful", .startsFromZero)
      try refuse("time_major", .batchFirst)
    } else {
      for key in ["quantization_config", "lora_rank"] {
        if let value = config[key], !value.isNull { throw setting(key, value, .changesNumbers) }
      }
    }
    for option in layer.options {
      layer.set(option.name, to: try value(of: option, isKeras3: isKeras3))
    }
    return layer.layer
  }

  private func value(of option: LayerOption, isKeras3: Bool) throws(FileError) -> LayerOption.Value
  {
    switch option.standard {
    case .truth(let standard):
      // Who did not write it did not have it yet.
      let isOlder = option.name == "reset_after" && !isKeras3
      return .truth(try flag(option.name, isOlder ? false : standard))
    case .activation(let standard):
      let curve = try activation(option.name, standard, isKeras3: isKeras3)
      return .activation(curve)
    case .integer, .number, .integers, .word: return option.standard
    }
  }

  private func setting(_ key: String, _ value: DocumentValue, _ reason: ModelProblem.KerasSetting)
    -> FileError
  {
    let className =
      value.isMapping ? try? value.mapping(.key(key))["class_name"]?.text(.key(key)) : nil
    let shown = (value.written ?? className).map { excerpt($0) }
    return value.error(
      .kerasSetting(
        layer: excerpt(name), setting: key,
        found: shown.map { .written($0) } ?? .other(value.found),
        reason: reason))
  }

  private func flag(_ key: String, _ fallback: Bool) throws(FileError) -> Bool {
    guard let value = config[key], !value.isNull else { return fallback }
    return try value.flag(.key(key))
  }

  private func refuse(_ key: String, _ reason: ModelProblem.KerasSetting) throws(FileError) {
    if try flag(key, false), let value = config[key] { throw setting(key, value, reason) }
  }

  /// A name, `null` for none, or the object that Keras 3 writes for a function.
  private func activation(
    _ key: String, _ fallback: Activation, isKeras3: Bool
  ) throws(FileError) -> Activation {
    guard let value = config[key] else { return fallback }
    if value.isNull { return .linear }
    var named = value
    if value.isMapping {
      guard let inner = try value.mapping(.key(key))["config"], inner.isText else {
        throw setting(key, value, .ownFunction)
      }
      named = inner
    }
    let word = try named.text(.key(key))
    guard let activation = Activation(keras: word, isKeras3: isKeras3) else {
      throw setting(key, named, .unknownActivation)
    }
    return activation
  }

  /// float32 is what is computed here; a layer that was run in another type gives other numbers.
  private func checkType() throws(FileError) {
    guard var type = config["dtype"], !type.isNull else { return }
    if type.isMapping {
      let policy = try type.mapping("dtype")
      guard let name = try policy["config"]?.mapping("config")["name"] else { return }
      type = name
    }
    if try type.text("dtype") != "float32" {
      throw setting("dtype", type, .otherType)
    }
  }
}
