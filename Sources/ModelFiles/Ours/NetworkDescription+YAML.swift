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
  /// A group of keys of which one, `lstm` or `dense`, says the kind and the name.
  fileprivate init(yaml value: DocumentValue) throws(FileError) {
    let settings = try value.mapping(.layer)
    if let name = settings["lstm"] {
      try settings.allow([
        "lstm", "units", "activation", "recurrent_activation", "use_bias", "unit_forget_bias",
        "return_sequences", "return_state", "go_backwards",
      ])
      var layer = LSTM(name: try name.name("lstm"), units: try settings.units())
      try settings.read("activation", into: &layer.activation)
      try settings.read("recurrent_activation", into: &layer.recurrentActivation)
      try settings.read("use_bias", into: &layer.useBias)
      try settings.read("unit_forget_bias", into: &layer.unitForgetBias)
      try settings.read("return_sequences", into: &layer.returnSequences)
      try settings.read("return_state", into: &layer.returnState)
      try settings.read("go_backwards", into: &layer.goBackwards)
      self = .lstm(layer)
    } else if let name = settings["dense"] {
      try settings.allow(["dense", "units", "activation", "use_bias"])
      var layer = Dense(name: try name.name("dense"), units: try settings.units())
      try settings.read("activation", into: &layer.activation)
      try settings.read("use_bias", into: &layer.useBias)
      self = .dense(layer)
    } else {
      throw value.error(.unknownLayer(settings.entries.first.map { excerpt($0.key) }))
    }
  }
}

extension DocumentMapping {
  func units() throws(FileError) -> Int {
    try required("units", example: "units: 64").integer("units", in: sizes)
  }

  /// Sets `flag` where the key is there.
  func read(_ key: String, into flag: inout Bool) throws(FileError) {
    if let value = self[key] { flag = try value.flag(.key(key)) }
  }

  /// Sets `activation` where the key is there.
  func read(_ key: String, into activation: inout Activation) throws(FileError) {
    guard let value = self[key] else { return }
    let name = try value.text(.key(key))
    guard let known = Activation(rawValue: name) else {
      let names = Activation.allCases.map(\.rawValue)
      throw value.error(
        .choice(
          name: .key(key), found: excerpt(name), nearest: nearest(to: name, in: names), known: names
        ))
    }
    activation = known
  }
}
