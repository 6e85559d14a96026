import Documents
import Engine
import Wording

/// One layer of Keras's JSON.
struct KerasLayer {
  let value: DocumentValue
  /// The class as it is written.
  let writtenClass: String
  /// The class as it is called here.
  let className: String
  let version: KerasVersion
  /// The layer's name; another one where a layer before it has that.
  var name: String
  let config: KerasConfig
  /// Whether it is a model within the model.
  let isModel: Bool
  private let entry: DocumentMapping

  init(_ value: DocumentValue, _ version: KerasVersion) throws(FileError) {
    self.value = value
    self.version = version
    entry = try value.mapping(.layer)
    writtenClass = try entry.required("class_name", example: "\"class_name\": \"LSTM\"")
      .text("class_name")
    className = KerasConfig.className(writtenClass)
    isModel = Self.models.contains(writtenClass)
    let settings = try entry.required("config", example: "\"config\": {…}")
    if isModel, settings.isList {
      // A Sequential model of Keras 2.2.2 and before has no name of its own.
      config = KerasConfig(mapping: DocumentMapping(place: settings.place))
      name = try entry["name"]?.name("name") ?? "sequential"
      return
    }
    config = KerasConfig(mapping: try settings.mapping("config"))
    if let written = config.mapping["name"] ?? entry["name"] {
      name = try written.name("name")
    } else if isModel {
      name = "sequential"
    } else {
      name = try config.required("name", example: "\"name\": \"lstm1\"").name("name")
    }
  }

  /// The classes that hold layers of their own.
  static let models = ["Sequential", "Functional", "Model"]

  /// Whether it only says what comes in.
  var isInput: Bool { className == "InputLayer" }

  /// Where the layer it is wrapped around stands, of one that the network does without: what
  /// TimeDistributed does to a Dense layer that layer does by itself.
  var wrapped: DocumentValue? {
    guard className == "TimeDistributed", let inner = config["layer"], inner.isMapping,
      let entry = try? inner.mapping(.layer), entry["class_name"]?.written == "Dense"
    else { return nil }
    return inner
  }

  /// What is told of the layer where it cannot be opened; nil where it can.
  var refusal: ModelProblem.RefusedLayer? {
    if isInput || wrapped != nil || Layer.kind(className) != nil { return nil }
    return ModelProblem.RefusedLayer(layer: excerpt(name), className: excerpt(writtenClass))
  }

  func wiring(_ fault: ModelProblem.KerasWiring) -> FileError {
    value.error(.kerasWiring(layer: excerpt(name), fault))
  }

  /// The settings of the layer; throws for one that cannot be done.
  func layer() throws(FileError) -> Layer {
    if let wrapped {
      try checkType()
      var inner = try KerasLayer(wrapped, version)
      inner.name = name
      return try inner.layer()
    }
    try checkType()
    if isInput { throw wiring(.lateInput) }
    guard let kind = Layer.kind(className) else {
      throw value.error(.kerasLayers([refusal].compactMap(\.self)))
    }
    let units = try config.required("units", example: "\"units\": 64")
    var layer: any LayerSettings = kind.init(
      name: name, units: try units.integer("units", in: ModelFiles.sizes))
    if layer.recurrent != nil {
      try refuse("stateful", .startsFromZero)
      try refuse("time_major", .batchFirst)
    } else {
      for key in ["quantization_config", "lora_rank"] {
        if let value = config.value(key) { throw setting(key, value, .changesNumbers) }
      }
    }
    for option in layer.options {
      layer.set(option.name, to: try value(of: option))
    }
    return layer.layer
  }

  private func value(of option: LayerOption) throws(FileError) -> LayerOption.Value {
    switch option.standard {
    case .truth(let standard): .truth(try flag(option.name, self.standard(option.name, standard)))
    case .activation(let standard): .activation(try activation(option.name, standard))
    }
  }

  /// What a flag is where nothing is written: who did not write it may not have had it yet.
  private func standard(_ flag: String, _ standard: Bool) -> Bool {
    switch flag {
    case "reset_after":
      writtenClass == "CuDNNGRU" || (version.isKeras3 && standard)
    case "unit_forget_bias":
      config.mapping["forget_bias_init"]?.written.map { ["one", "ones"].contains($0) } ?? standard
    default: standard
    }
  }

  func setting(_ key: String, _ value: DocumentValue, _ reason: ModelProblem.KerasSetting)
    -> FileError
  {
    value.error(
      .kerasSetting(
        layer: excerpt(name), setting: key, found: Self.shown(value), reason: reason))
  }

  /// A value as it is told: as it is written, or the class of an object.
  static func shown(_ value: DocumentValue) -> ModelProblem.KerasValue {
    let className = value.isMapping ? try? value.mapping("class_name")["class_name"]?.written : nil
    return (value.written ?? className).map { .written(excerpt($0)) } ?? .other(value.found)
  }

  private func flag(_ key: String, _ fallback: Bool) throws(FileError) -> Bool {
    guard let value = config.value(key) else { return fallback }
    return try value.flag(.key(key))
  }

  func refuse(_ key: String, _ reason: ModelProblem.KerasSetting) throws(FileError) {
    if try flag(key, false), let value = config[key] { throw setting(key, value, reason) }
  }

  /// A name, `null` for none, or the object that Keras 3 writes for a function.
  private func activation(
    _ key: String, _ fallback: Activation
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
    guard let activation = Activation(keras: word, isKeras3: version.isKeras3) else {
      throw setting(key, named, .unknownActivation)
    }
    return activation
  }

  /// float32 is what is computed here; a layer that was run in another type gives other numbers.
  private func checkType() throws(FileError) {
    guard var type = config.value("dtype") else { return }
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
