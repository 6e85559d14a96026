import Engine
import Wording

/// A `model.yaml` as it is written: what a model is called, how it is built, where its numbers are.
///
///     name: latch
///     about: One sentence on what the model does.
///     network: {input: …, layers: …}      or   network: {keras: config.json}
///     weights: weights.safetensors
///     observations: {kind: latch, sequences: sequences.txt, seed: 7, first: 1}
///     output: {label: set at the end, positive: it is set, negative: it is not set}
///     telling: {lstm1: 1, lstm2: 29}
///
/// Only `network` must be there. Paths are relative to the file's folder. `NetworkDescription+YAML`
/// has the form of `network`, `ObservationRecipe` that of `observations`.
package struct ModelFile: Sendable {
  var file: String
  package var name: String
  var about: String?
  var network: NetworkDescription
  private var kerasFile: String?
  var weights: String?
  var features: [Feature]?
  var featuresPlace: Place?
  var observations: ObservationRecipe?
  var output: OutputMeaning?
  var telling: [String: Int] = [:]

  /// Reads `file`, a YAML file in our form; `reach` says which files it may name.
  init(yaml file: String, reach: Reach = .everything) throws(ModelFileError) {
    try self.init(
      try Document.read(file, expected: "a model with the key 'network'", reach: reach), of: file)
  }

  /// Reads a model that stands in a `file` of something else, as a lesson's own network does.
  package init(_ value: DocumentValue, of file: String) throws(ModelFileError) {
    self.file = file
    let root = try value.mapping("a model")
    try root.allow([
      "name", "about", "network", "weights", "features", "observations", "output", "telling",
    ])
    name = try root["name"]?.name("name") ?? ModelFile.name(of: file)
    about = try root["about"].map { (value) throws(ModelFileError) in
      Cleaning.text(try value.text("about"))
    }
    (network, kerasFile) = try Self.network(
      try root.required("network", example: "network: {keras: config.json}"))
    weights = try root["weights"].map { (value) throws(ModelFileError) in
      try value.path("weights")
    }
    if let list = root["features"] {
      features = try Self.features(list)
      featuresPlace = list.place
    }
    if let value = root["observations"] { observations = try ObservationRecipe(yaml: value) }
    if let value = root["output"] { output = try OutputMeaning(yaml: value) }
    if let value = root["telling"] { telling = try Self.telling(value, network) }
  }

  /// Reads `file`, Keras's JSON, which says nothing but the network.
  init(kerasJSON file: String) throws(ModelFileError) {
    self.file = file
    name = Self.name(of: file)
    network = try KerasJSON.read(file)
  }

  /// The file and those that it names.
  var files: [String] {
    [file, kerasFile, weights, observations?.file].compactMap(\.self)
  }

  /// The folder's name for a `model.yaml`, otherwise the file's without its ending.
  private static func name(of file: String) -> String {
    Cleaning.text(stem(of: file))
  }

  private static func stem(of file: String) -> String {
    let parts = file.split(separator: "/")
    let last = parts.last.map(String.init) ?? file
    if last == "model.yaml", parts.count > 1 { return String(parts[parts.count - 2]) }
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }

  private static func network(
    _ value: DocumentValue
  ) throws(ModelFileError) -> (NetworkDescription, kerasFile: String?) {
    let mapping = try value.mapping("network")
    guard let keras = mapping["keras"] else { return (try NetworkDescription(yaml: mapping), nil) }
    try mapping.allow(["keras"])
    let kerasFile = try keras.path("keras")
    do { return (try KerasJSON.read(kerasFile), kerasFile) } catch { throw value.reach.told(error) }
  }

  private static func features(_ value: DocumentValue) throws(ModelFileError) -> [Feature] {
    var features: [Feature] = []
    for element in try value.list("features") {
      guard case .mapping = element.node else {
        features.append(Feature(name: try element.name("a feature")))
        continue
      }
      let mapping = try element.mapping("a feature")
      try mapping.allow(["name", "unit"])
      features.append(
        Feature(
          name: try mapping.required("name", example: "name: wind").name("name"),
          unit: try mapping["unit"]?.name("unit")))
    }
    return features
  }

  private static func telling(
    _ value: DocumentValue, _ network: NetworkDescription
  ) throws(ModelFileError) -> [String: Int] {
    var units: [String: Int] = [:]
    for layer in network.layers where layer.isRecurrent { units[layer.name] = layer.units }
    var telling: [String: Int] = [:]
    for entry in try value.mapping("telling").entries {
      guard let count = units[entry.key] else {
        let layers = network.layers.map(\.name).filter { units[$0] != nil }
        throw ModelFileError(
          entry.place,
          .telling(
            layer: excerpt(entry.key), nearest: nearest(to: entry.key, in: layers),
            layers: layers))
      }
      let unit = try entry.value.integer("a unit", in: 0...sizes.upperBound)
      guard unit < count else {
        throw entry.value.error(.tellingUnit(layer: excerpt(entry.key), unit: unit, units: count))
      }
      telling[entry.key] = unit
    }
    return telling
  }
}

/// `path` as seen from the folder of `file`.
package func path(_ path: String, besides file: String) -> String {
  guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
  return file[...slash] + path
}

extension OutputMeaning {
  init(yaml value: DocumentValue) throws(ModelFileError) {
    let mapping = try value.mapping("output")
    try mapping.allow(["label", "positive", "negative", "threshold"])
    label = try mapping.required("label", example: "label: rain tomorrow").name("label")
    positive = try mapping["positive"]?.name("positive") ?? "yes"
    negative = try mapping["negative"]?.name("negative") ?? "no"
    threshold = try mapping["threshold"]?.fraction("threshold") ?? 0.5
  }
}
