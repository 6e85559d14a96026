import Documents
import Engine
import Wording

/// The architecture that Keras writes, of a Sequential or Functional model: `model.to_json()`, and what
/// stands in whole-model files.
///
/// What an optimiser was and how a model was compiled is passed over. So are settings that change how it
/// trains and not what it answers, as `recurrent_dropout` and regularisers, which are told. What would change
/// an answer and cannot be done yet is refused by name.
struct KerasJSON {
  private let version: KerasVersion
  private let root: DocumentMapping
  private let className: String
  private let config: DocumentValue

  /// The model in `file`.
  static func read(_ file: String) throws(FileError) -> KerasModel {
    try model(try JSONDocument.read(file, expected: .kerasModel), version: nil)
  }

  /// The model in a text that is a `part` of `file`; `version` is what the file says beside it.
  static func read(
    _ text: ArraySlice<UInt8>, part: String, of file: String, version: KerasVersion?
  ) throws(FileError) -> KerasModel {
    let root = try JSONDocument.root(of: text, in: file, part: part, expected: .kerasModel)
    return try model(root, version: version)
  }

  /// The model of a value, or of the text that somebody wrote as a value once more.
  private static func model(
    _ value: DocumentValue, version: KerasVersion?
  ) throws(FileError) -> KerasModel {
    guard !value.isPlainText, let text = value.written else {
      return try KerasJSON(value, version).model()
    }
    let inner = try JSONDocument.root(
      of: Array(text.utf8)[...], in: value.place.file, part: "text", expected: .kerasModel)
    return try KerasJSON(inner, version).model()
  }

  private init(_ value: DocumentValue, _ version: KerasVersion?) throws(FileError) {
    root = try value.mapping(.kerasModel)
    if let name = root["class_name"] {
      className = try name.text("class_name")
      guard KerasLayer.models.contains(className) else {
        throw name.error(.kerasNotAModel(className: excerpt(className)))
      }
      config = try root.required("config", example: "\"config\": {…}")
    } else if root["layers"] != nil {
      // What `model.get_config()` gives says no class.
      className = root["output_layers"] == nil ? "Sequential" : "Functional"
      config = value
    } else {
      throw value.error(.kerasNotAModel(className: nil))
    }
    let written = root["keras_version"]?.written.flatMap { KerasVersion(written: $0) }
    self.version = written ?? version ?? Self.guessed(root, config)
  }

  /// Keras 3 writes no version into its JSON, but the module of each class; whoever took a model out of
  /// an older file took it from the version beside it.
  private static func guessed(
    _ root: DocumentMapping, _ config: DocumentValue
  ) -> KerasVersion {
    if root["module"] != nil { return .latest }
    if config.isList { return KerasVersion(major: 2) }
    let layers = (try? config.mapping("config")["layers"]?.list("layers")) ?? []
    let first = layers.first.flatMap { try? $0.mapping(.layer)["config"]?.mapping("config") }
    return first?["batch_input_shape"] == nil ? .latest : KerasVersion(major: 2)
  }

  private func model() throws(FileError) -> KerasModel {
    let layers = try KerasLayers(config, className, version)
    try layers.checkClasses()
    var builder = KerasBuilder()
    let built = try layers.build(into: &builder)
    guard let input = builder.input else { throw layers.list.error(.kerasNoInput) }
    // The answer is what the last layer hands on.
    if built.outputs.count != 1 || built.outputs[0] != Source(builder.layers.last?.name ?? "") {
      let name = built.outputs.last?.layer ?? input.name
      throw layers.list.error(.kerasWiring(layer: excerpt(name), .severalOutputs))
    }
    return KerasModel(
      network: NetworkDescription(input: input, layers: builder.layers), layers: built.saved,
      initialisers: builder.initialisers, settingsOfTraining: layers.settingsOfTraining)
  }
}
