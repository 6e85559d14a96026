import Documents
import Engine
import Wording

/// Sizes that are read from a file; the engine has limits of its own for what it can hold.
let sizes = 1...1_000_000

extension NetworkDescription {
  /// Our short form: `input`, the sizes, and `layers`, a list. Keras's names, Keras's defaults.
  ///
  ///     input: {timesteps: 50, features: 10}
  ///     layers:
  ///       - lstm: lstm1
  ///         units: 128
  ///         return_sequences: true
  ///       - dense: output
  ///         units: 1
  ///         activation: sigmoid
  ///
  /// `timesteps: any` takes sequences of any length. Without `timesteps` there is no such axis.
  init(yaml: DocumentMapping) throws(FileError) {
    try yaml.allow(["input", "layers"])
    let example = "input: {timesteps: 50, features: 10}"
    let input = try yaml.required("input", example: example).mapping("input")
    try input.allow(["name", "timesteps", "features"])
    let features = try input.required("features", example: "features: 10")
      .integer("features", in: sizes)
    var inputLayer = InputLayer(timesteps: nil, features: features, hasTimesteps: false)
    if let name = try input["name"]?.name("name") { inputLayer.name = name }
    if let timesteps = input["timesteps"] {
      inputLayer.hasTimesteps = true
      if try timesteps.text("timesteps") != "any" {
        inputLayer.timesteps = try timesteps.integer("timesteps", in: sizes)
      }
    }

    var layers: [Layer] = []
    let list = try yaml.required("layers", example: "layers: [{lstm: lstm1, units: 64}]").list(
      "layers")
    for value in list {
      layers.append(try Layer(yaml: value))
    }
    self.init(input: inputLayer, layers: layers)
  }
}

extension Layer {
  /// A group of keys of which one, such as `lstm` or `dense`, says the kind and the name.
  fileprivate init(yaml value: DocumentValue) throws(FileError) {
    let settings = try value.mapping(.layer)
    guard let kind = Layer.kinds.first(where: { settings[$0.word] != nil }),
      let name = settings[kind.word]
    else { throw value.error(.unknownLayer(settings.entries.first.map { excerpt($0.key) })) }
    let options = kind.init(name: "", units: 1).options
    try settings.allow([kind.word, "units"] + options.map(\.name))
    var layer: any LayerSettings = kind.init(
      name: try name.name(.key(kind.word)), units: try settings.units())
    for option in options {
      guard let value = settings[option.name] else { continue }
      layer.set(option.name, to: try value.option(option))
    }
    self = layer.layer
  }
}

extension DocumentValue {
  /// What a value says of an option: a flag or a curve.
  fileprivate func option(_ option: LayerOption) throws(FileError) -> LayerOption.Value {
    switch option.standard {
    case .truth: return .truth(try flag(.key(option.name)))
    case .activation:
      let name = try text(.key(option.name))
      guard let activation = Activation(rawValue: name) else {
        let names = Activation.allCases.map(\.rawValue)
        throw error(
          .choice(
            name: .key(option.name), found: excerpt(name), nearest: nearest(to: name, in: names),
            known: names))
      }
      return .activation(activation)
    }
  }
}

extension DocumentMapping {
  func units() throws(FileError) -> Int {
    try required("units", example: "units: 64").integer("units", in: sizes)
  }
}
