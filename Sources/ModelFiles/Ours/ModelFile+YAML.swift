import Documents
import Engine
import Wording

// Our own form of a model, a `model.yaml`:
//
//     name: latch
//     about: One sentence on what the model does.
//     network: {input: …, layers: …}      or   network: {keras: config.json}
//     weights: weights.safetensors
//     observations: {kind: latch, sequences: sequences.txt, seed: 7, first: 1}
//     output: {label: set at the end, positive: it is set, negative: it is not set}
//     telling: {lstm1: 1, lstm2: 29}
//
// Only `network` must be there, and no other keys. Paths are relative to the file's folder, and only
// those within its reach are taken. `NetworkDescription+YAML` has the form of `network`,
// `ObservationRecipe` that of `observations`.
extension ModelFile {
  /// Reads `file`, a YAML file in our form; `reach` says which files it may name.
  static func ours(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    try ModelFile(
      try Document.read(file, expected: .model, reach: reach), of: file)
  }

  /// Throws what is wrong with a model that stands in a `file` of something else.
  package static func check(_ value: DocumentValue, of file: String) throws(FileError) {
    _ = try ModelFile(value, of: file)
  }

  /// Reads a model that stands in a `file` of something else, as a lesson's own network does.
  package init(_ value: DocumentValue, of file: String) throws(FileError) {
    let root = try value.mapping(.model)
    try root.allow([
      "name", "about", "network", "weights", "features", "observations", "output", "telling",
    ])
    let name = try root["name"]?.name("name")
    let about = try root["about"].map { (value) throws(FileError) in
      Cleaning.text(try value.text("about"))
    }
    self = try Self.network(
      try root.required("network", example: "network: {keras: config.json}"), of: file)
    if let name { self.name = name }
    self.about = about
    if let value = root["weights"] { weights = try value.path("weights") }
    if let list = root["features"] {
      features = try Self.features(list)
      featuresPlace = list.place
    }
    if let value = root["observations"] { observations = try ObservationRecipe(yaml: value) }
    if let value = root["output"] { output = try OutputMeaning(yaml: value) }
    if let value = root["telling"] { telling = try Self.telling(value, network) }
  }

  /// A model of which nothing but the network is known: one in our form, or a file of Keras's.
  private static func network(
    _ value: DocumentValue, of file: String
  ) throws(FileError) -> ModelFile {
    let mapping = try value.mapping("network")
    guard let keras = mapping["keras"] else {
      return ModelFile(try NetworkDescription(yaml: mapping), in: file)
    }
    try mapping.allow(["keras"])
    let kerasFile = try keras.path("keras")
    let read: ModelFile
    do {
      read = try FileFormat.read(kerasFile, in: FileFormat.keras, reach: value.reach)
    } catch { throw value.reach.told(error) }
    var model = ModelFile(read.network, in: file)
    model.kerasFile = kerasFile
    model.savedLayers = read.savedLayers
    model.initialisers = read.initialisers
    model.weights = read.weights
    model.notes = read.notes
    return model
  }

  private static func features(_ value: DocumentValue) throws(FileError) -> [Feature] {
    var features: [Feature] = []
    for element in try value.list("features") {
      guard element.isMapping else {
        features.append(Feature(name: try element.name(.feature)))
        continue
      }
      let mapping = try element.mapping(.feature)
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
  ) throws(FileError) -> [String: Int] {
    var units: [String: Int] = [:]
    for layer in network.layers where layer.isRecurrent { units[layer.name] = layer.width }
    var telling: [String: Int] = [:]
    for entry in try value.mapping("telling").entries {
      guard let count = units[entry.key] else {
        let layers = network.layers.map(\.name).filter { units[$0] != nil }
        throw FileError(
          entry.place,
          .telling(
            layer: excerpt(entry.key), nearest: nearest(to: entry.key, in: layers),
            layers: layers))
      }
      let unit = try entry.value.integer(.unit, in: 0...sizes.upperBound)
      guard unit < count else {
        throw entry.value.error(.tellingUnit(layer: excerpt(entry.key), unit: unit, units: count))
      }
      telling[entry.key] = unit
    }
    return telling
  }
}

extension OutputMeaning {
  init(yaml value: DocumentValue) throws(FileError) {
    let mapping = try value.mapping("output")
    try mapping.allow(["label", "positive", "negative", "threshold"])
    label = try mapping.required("label", example: "label: rain tomorrow").name("label")
    positive = try mapping["positive"]?.name("positive") ?? "yes"
    negative = try mapping["negative"]?.name("negative") ?? "no"
    threshold = try mapping["threshold"]?.fraction("threshold") ?? 0.5
  }
}
