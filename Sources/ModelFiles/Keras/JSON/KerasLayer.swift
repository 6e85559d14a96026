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
  let name: String
  let config: KerasConfig
  /// Whether it is a model within the model.
  let isModel: Bool

  init(_ value: DocumentValue, _ version: KerasVersion) throws(FileError) {
    self.value = value
    self.version = version
    let entry = try value.mapping(.layer)
    writtenClass = try entry.required("class_name", example: "\"class_name\": \"LSTM\"")
      .text("class_name")
    isModel = Self.models.contains(writtenClass)
    let settings = try entry.required("config", example: "\"config\": {…}")
    if isModel, settings.isList {
      // A Sequential model of Keras 2.2.2 and before has no name of its own.
      config = KerasConfig(mapping: DocumentMapping(place: settings.place))
      className = writtenClass
    } else {
      let mapping = try settings.mapping("config")
      let around = writtenClass == "RNN" ? Self.around(mapping) : nil
      config = KerasConfig(mapping: around?.config ?? mapping)
      className = around?.className ?? KerasConfig.className(writtenClass)
    }
    if let written = config.mapping["name"] ?? entry["name"] {
      name = try written.name("name")
    } else if isModel {
      name = "sequential"
    } else {
      name = try config.required("name", example: "\"name\": \"lstm1\"").name("name")
    }
  }

  /// A cell of an RNN that has several, as the layer that computes the same.
  init?(cell value: DocumentValue, of rnn: KerasLayer) throws(FileError) {
    let entry = try value.mapping(.layer)
    guard let written = entry["class_name"]?.written, let name = Self.classes[written],
      let config = entry["config"], config.isMapping
    else { return nil }
    let mapping = try config.mapping("config")
    self.value = value
    writtenClass = written
    className = name
    version = rnn.version
    self.name = try mapping["name"]?.name("name") ?? snakeCased(written)
    self.config = KerasConfig(mapping: Self.merged(rnn.config.mapping, mapping))
    isModel = false
  }

  /// The classes that hold layers of their own.
  static let models = ["Sequential", "Functional", "Model"]

  /// Whether it only says what comes in.
  var isInput: Bool { className == "InputLayer" }

  func wiring(_ fault: ModelProblem.KerasWiring) -> FileError {
    value.error(.kerasWiring(layer: excerpt(name), fault))
  }

  func setting(
    _ key: String, _ value: DocumentValue, _ reason: ModelProblem.KerasSetting
  ) -> FileError {
    value.error(
      .kerasSetting(
        layer: excerpt(name), setting: key, found: Self.shown(value), reason: reason))
  }

  /// A value as it is told: as it is written, or the class of an object.
  static func shown(_ value: DocumentValue) -> ModelProblem.KerasValue {
    let className = value.isMapping ? try? value.mapping("class_name")["class_name"]?.written : nil
    return (value.written ?? className).map { .written(excerpt($0)) } ?? .other(value.found)
  }
}

// MARK: - Layers around layers

extension KerasLayer {
  /// The layer that this one is put around, under a key of its settings; nil for one that is none.
  func inner(_ key: String = "layer") -> KerasLayer? {
    guard let value = config.value(key), value.isMapping else { return nil }
    return try? KerasLayer(value, version)
  }

  /// What TimeDistributed need not do, since these work on each timestep by themselves.
  private static let byTimestep = [
    "Dense", "Dropout", "Activation", "ReLU", "LeakyReLU", "ELU", "Softmax", "BatchNormalization",
    "LayerNormalization", "GaussianNoise", "GaussianDropout", "AlphaDropout",
    "ActivityRegularization",
  ]

  /// Whether it is a bare operation between layers, `a + b`, and no layer.
  private var isOperation: Bool {
    let module = (try? value.mapping(.layer))?["module"]?.written
    return module?.hasPrefix("keras.src.ops.") == true
  }

  /// Whether what it computes, or what the layer in it does, stands in Python code. Only Keras 3 files
  /// where each class comes from; of one that was registered the name holds that of its package.
  private var isCode: Bool {
    if let inner = inner() ?? inner("cell"), inner.isCode { return true }
    if writtenClass == "Lambda" || writtenClass.contains(">") { return true }
    guard let entry = try? value.mapping(.layer) else { return false }
    if entry["registered_name"]?.written?.contains(">") == true { return true }
    guard let module = entry["module"]?.written else { return false }
    let root = module.split(separator: ".").first.map(String.init) ?? ""
    return !["keras", "tf_keras", "tensorflow"].contains(root)
  }

  /// Whether it is an operation that does what the layer of the same name does, since it is called with two
  /// tensors and nothing else; a layer is called with a list of them.
  var joinsTwo: Bool {
    guard ["Add", "Subtract", "Multiply", "Maximum", "Minimum"].contains(className),
      let calls = try? value.mapping(.layer)["inbound_nodes"]?.list("inbound_nodes"),
      calls.count == 1, calls[0].isMapping,
      let arguments = try? calls[0].mapping("inbound_nodes")["args"]?.list("args")
    else { return false }
    return arguments.count == 2 && arguments.allSatisfy(\.isMapping)
  }

  /// What is told of the layer where its class cannot be done; nil where it can.
  var refusal: ModelProblem.RefusedLayer? {
    if isInput || isModel { return nil }
    var shown = writtenClass
    switch className {
    case _ where isOperation:
      if joinsTwo { return nil }
      shown = "keras.ops call, \(writtenClass)"
    case "RNN":
      if let cells = try? cells() {
        if cells.allSatisfy({ $0 != nil }) { return nil }
        shown += " around cells of other classes"
      } else if let cell = config.value("cell"), cell.isMapping,
        let name = (try? cell.mapping("cell"))?["class_name"]?.written
      {
        shown += " around \(name)"
      }
    case "Bidirectional", "TimeDistributed":
      guard let inner = inner() else { break }
      let isDone =
        className == "Bidirectional"
        ? Layer.kind(inner.className)?.init(name: "").recurrent != nil
        : Self.byTimestep.contains(inner.className)
      if isDone { return nil }
      shown += " around \(inner.writtenClass)"
    default:
      if Layer.kind(className) != nil { return nil }
    }
    return ModelProblem.RefusedLayer(
      layer: excerpt(name), className: excerpt(shown), isCode: isCode)
  }
}
