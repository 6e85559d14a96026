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
  /// `timesteps: any` takes sequences of any length. Without `timesteps` there is no such axis; with
  /// `tokens: true` instead of `features` one whole number arrives at each timestep. A layer reads the
  /// one before it, or what it names: `reads: [encoder, decoder]`, `reads: lstm1.cell_state`.
  package init(yaml: DocumentMapping) throws(FileError) {
    try yaml.allow(["input", "layers"])
    let example = "input: {timesteps: 50, features: 10}"
    let input = try InputLayer(
      yaml: try yaml.required("input", example: example).mapping("input"), keys: ["name"])
    var layers: [Layer] = []
    let list = try yaml.required("layers", example: "layers: [{lstm: lstm1, units: 64}]").list(
      "layers")
    for value in list {
      layers += try Layer.layers(yaml: value, behind: layers.last?.name ?? input.name)
    }
    self.init(input: input, layers: layers)
  }
}

extension InputLayer {
  fileprivate init(yaml input: DocumentMapping, keys: [String]) throws(FileError) {
    try input.allow(keys + ["timesteps", "features", "tokens"])
    var timesteps: Int?
    let length = input["timesteps"]
    if let length, try length.text("timesteps") != "any" {
      timesteps = try length.integer("timesteps", in: sizes)
    }
    if try input["tokens"]?.flag("tokens") == true {
      self.init(tokens: timesteps)
    } else {
      let features = try input.required("features", example: "features: 10")
        .integer("features", in: sizes)
      self.init(timesteps: timesteps, features: features, hasTimesteps: length != nil)
    }
    if let name = try input["name"]?.name("name") { self.name = name }
  }
}

extension Layer {
  /// The keys of what is no setting of Keras's: `RecurrentLayer.readsSkipped` and `zerosWhereSkipped`.
  static let readsSkipped = "reads_skipped"
  static let zerosWhereSkipped = "zeros_where_skipped"

  /// A group of keys of which one, such as `lstm` or `dense`, says the kind and the name: one layer,
  /// or the three of a Bidirectional whose one layer is said.
  fileprivate static func layers(
    yaml value: DocumentValue, behind before: String
  ) throws(FileError) -> [Layer] {
    let settings = try value.mapping(.layer)
    // The kind stands first; behind it may stand a setting of the same name as another kind.
    let keys = settings.entries.map(\.key)
    let kinds = keys.lazy.compactMap { key in Layer.kinds.first { $0.word == key } }
    guard let kind = kinds.first, let name = settings[kind.word] else {
      throw value.error(.unknownLayer(keys.first.map { excerpt($0) }))
    }
    if kind == AnotherInput.self {
      var input = try InputLayer(yaml: settings, keys: [kind.word])
      input.name = try name.name(.key(kind.word))
      return [Layer(AnotherInput(input))]
    }
    var known = [kind.word, "reads"] + kind.init(name: "").options.map(\.name)
    if let width = kind.widthName { known.append(width) }
    let isRecurrent = kind.init(name: "").recurrent != nil
    if isRecurrent { known += [readsSkipped, zerosWhereSkipped] }
    if kind == Bidirectional.self { known.append("layer") }
    try settings.allow(known)
    var layer: any LayerSettings = kind.init(name: try name.name(.key(kind.word)))
    if let width = kind.widthName {
      layer.width = try settings.required(width, example: "\(width): 64")
        .integer(.key(width), in: sizes)
    }
    for option in layer.options {
      guard let value = settings[option.name] else {
        guard !option.isRequired else {
          _ = try settings.required(option.name, example: "\(option.name): 3")
          continue
        }
        continue
      }
      layer.set(option.name, to: try value.option(option))
    }
    if var recurrent = layer.recurrent {
      if let value = settings[readsSkipped] {
        recurrent.readsSkipped = try value.flag(.key(readsSkipped))
      }
      if let value = settings[zerosWhereSkipped] {
        recurrent.zerosWhereSkipped = try value.flag(.key(zerosWhereSkipped))
      }
      layer = recurrent
    }
    let reads = try settings["reads"]?.sources()
    if let bidirectional = layer as? Bidirectional, let inner = settings["layer"] {
      guard let recurrent = try layers(yaml: inner, behind: before).first?.recurrent else {
        throw inner.error(.unknownLayer(nil))
      }
      return bidirectional.layers(around: recurrent, reads: reads ?? [Source(before)])
    }
    return [Layer(layer, reads: reads)]
  }
}

extension DocumentValue {
  /// What a layer reads: a name, with a state of its layer behind a point, or a list of such.
  fileprivate func sources() throws(FileError) -> [Source] {
    var sources: [Source] = []
    for value in isList ? try list("reads") : [self] {
      let name = try value.name("reads")
      let parts = name.split(separator: ".")
      if parts.count == 2, let output = Source.states.firstIndex(of: String(parts[1])) {
        sources.append(Source(String(parts[0]), output: output + 1))
      } else {
        sources.append(Source(name))
      }
    }
    return sources
  }

  /// What a value says of an option.
  fileprivate func option(_ option: LayerOption) throws(FileError) -> LayerOption.Value {
    let key = ValueName.key(option.name)
    switch option.standard {
    case .truth: return .truth(try flag(key))
    case .activation:
      let name = try text(key)
      guard let activation = Activation(rawValue: name) else {
        throw noChoice(key, name, of: Activation.allCases.map(\.rawValue))
      }
      return .activation(activation)
    case .integer: return .integer(try integer(key, in: -1_000_000_000...1_000_000_000))
    case .number: return .number(try real(key))
    case .integers:
      guard isList else { return .integer(try integer(key, in: -1...1_000_000)) }
      var numbers: [Int] = []
      for element in try list(key) {
        numbers.append(try element.integer(key, in: -1...1_000_000))
      }
      return .integers(numbers)
    case .word:
      let word = try text(key)
      guard option.words.contains(word) else { throw noChoice(key, word, of: option.words) }
      return .word(word)
    }
  }

  private func noChoice(_ name: ValueName, _ found: String, of known: [String]) -> FileError {
    error(
      .choice(
        name: name, found: excerpt(found), nearest: nearest(to: found, in: known), known: known))
  }
}

extension Source {
  /// The states of a layer, in the order in which they leave it.
  static let states = ["hidden_state", "cell_state"]
}

extension DocumentMapping {
  func units() throws(FileError) -> Int {
    try required("units", example: "units: 64").integer("units", in: sizes)
  }
}
