import Documents
import Engine
import Wording

/// The architecture that Keras's `model.to_json()` writes, of a Sequential or Functional model.
///
/// Keys that change no number here (initialisers, dropout, regularisers, the optimiser) are passed
/// over. What would change numbers and cannot be done yet is refused by name.
struct KerasJSON {
  private let isKeras3: Bool
  private let root: DocumentMapping
  private let className: String

  /// The network in `file`.
  static func read(_ file: String) throws(FileError) -> NetworkDescription {
    try KerasJSON(try Document.read(file, expected: .kerasModel))
      .description()
  }

  private init(_ value: DocumentValue) throws(FileError) {
    root = try value.mapping(.kerasModel)
    guard let name = root["class_name"] else {
      throw value.error(.kerasNotAModel(className: nil))
    }
    className = try name.text("class_name")
    guard ["Sequential", "Functional", "Model"].contains(className) else {
      throw name.error(.kerasNotAModel(className: excerpt(className)))
    }
    let version = try root["keras_version"]?.text("keras_version") ?? "3"
    isKeras3 = !version.hasPrefix("1.") && !version.hasPrefix("2.")
  }

  private func description() throws(FileError) -> NetworkDescription {
    let config = try root.required("config", example: "\"config\": {…}").mapping("config")
    let list = try config.required("layers", example: "\"layers\": […]")
    var layers: [KerasLayer] = []
    for value in try list.list("layers") {
      layers.append(try KerasLayer(value))
    }
    // A mask brings helpers such as NotEqual along; its own layer is the one to name.
    try layers.first { $0.className == "Masking" }?.checkClass()
    for layer in layers { try layer.checkClass() }
    if className != "Sequential" {
      layers = try chain(layers, config)
    }
    guard let first = layers.first else { throw list.error(.kerasNoInput) }
    let input = try first.input()
    var described: [Layer] = []
    for layer in first.className == "InputLayer" ? layers.dropFirst() : layers[...] {
      described.append(try layer.layer(isKeras3: isKeras3))
    }
    return NetworkDescription(input: input, layers: described)
  }

  /// The layers of a Functional model from the input on, each fed by the one before it alone.
  private func chain(
    _ layers: [KerasLayer], _ config: DocumentMapping
  ) throws(FileError) -> [KerasLayer] {
    var inputs: [KerasLayer] = []
    var follower: [String: KerasLayer] = [:]
    for layer in layers {
      let sources = try layer.sources()
      if sources.isEmpty {
        inputs.append(layer)
        guard inputs.count == 1 else { throw layer.wiring(.secondInput) }
        continue
      }
      guard sources.count == 1 else { throw layer.wiring(.fed(times: sources.count)) }
      guard sources[0].tensor == 0 else { throw layer.wiring(.readsState) }
      guard follower.updateValue(layer, forKey: sources[0].layer) == nil else {
        throw layer.wiring(.readsTheSame)
      }
    }
    guard var last = inputs.first else { throw FileError(config.place, .kerasNoInput) }
    var chain = [last]
    while let next = follower.removeValue(forKey: last.name) {
      chain.append(next)
      last = next
    }
    if chain.count < layers.count, let lost = follower.values.min(by: { $0.name < $1.name }) {
      throw lost.wiring(.notFed)
    }
    if let output = config["output_layers"] {
      for name in try KerasLayer.outputNames(output) where name != last.name {
        throw FileError(
          output.place, .kerasWiring(layer: excerpt(name), .earlyOutput))
      }
    }
    return chain
  }
}
