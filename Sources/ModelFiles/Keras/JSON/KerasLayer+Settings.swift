import Documents
import Engine
import Wording

extension KerasLayer {
  /// The settings of the layer under a name; throws for one that cannot be done.
  func settings(named name: String) throws(FileError) -> any LayerSettings {
    try checkType()
    guard let kind = Layer.kind(className) else {
      throw value.error(.kerasLayers([refusal].compactMap(\.self)))
    }
    var layer: any LayerSettings = kind.init(name: name)
    if let width = kind.widthName {
      layer.width = try config.required(width, example: "\"\(width)\": 64")
        .integer(.key(width), in: ModelFiles.sizes)
    }
    for (key, known, reason) in Self.refused {
      guard let value = config.value(key), !known.contains(value.written ?? "") else { continue }
      throw setting(key, value, reason)
    }
    for option in layer.options {
      if let value = try value(of: option) { layer.set(option.name, to: value) }
    }
    if var recurrent = layer.recurrent, config["zero_output_for_mask"]?.written == "true" {
      recurrent.zerosWhereSkipped = true
      return recurrent
    }
    return layer
  }

  /// Settings that no layer here has: what they must be, and why nothing else is done.
  private static let refused: [(key: String, known: [String], reason: ModelProblem.KerasSetting)] =
    [
      ("time_major", ["false"], .batchFirst),
      ("data_format", ["channels_last"], .featuresLast),
      ("score_mode", ["dot"], .changesNumbers),
      // Of Keras 1's BatchNormalization: by each observation, or by those that come in together.
      ("mode", ["0"], .changesNumbers),
      ("renorm", ["false"], .changesNumbers),
      ("rms_scaling", ["false"], .changesNumbers),
      ("quantization_config", [], .changesNumbers),
      ("lora_rank", [], .changesNumbers),
    ]

  /// What is written of an option; nil where it is left as it is.
  private func value(of option: LayerOption) throws(FileError) -> LayerOption.Value? {
    if case .activation(let standard) = option.standard {
      return .activation(try activation(option.name, standard))
    }
    guard let value = config.value(option.name) else {
      if option.isRequired {
        _ = try config.required(option.name, example: "\"\(option.name)\": 3")
      }
      return standard(option)
    }
    let key = ValueName.key(option.name)
    switch option.standard {
    case .truth: return .truth(try value.flag(key))
    case .activation: return nil
    case .number: return .number(try value.real(key))
    case .integer:
      // A size along one axis is often a list of one.
      let numbers = try Self.integers(value, key)
      guard numbers.count == 1 else {
        throw value.error(.wrongType(name: key, expected: .wholeNumber, found: value.found))
      }
      return .integer(numbers[0])
    case .integers: return .integers(try Self.integers(value, key))
    case .word:
      let words = words(of: option)
      guard let word = value.written, words.contains(word) else {
        throw setting(option.name, value, .unknownWord(words))
      }
      return .word(word)
    }
  }

  /// What Keras lets a word be: no pooling layer of its own looks back.
  private func words(of option: LayerOption) -> [String] {
    option.words.filter { $0 != "causal" || !className.hasSuffix("Pooling1D") }
  }

  private static func integers(
    _ value: DocumentValue, _ key: ValueName
  ) throws(FileError) -> [Int] {
    var numbers: [Int] = []
    for element in value.isList ? try value.list(key) : [value] {
      numbers.append(try element.integer(key, in: -1_000_000_000...1_000_000_000))
    }
    return numbers
  }

  /// What an option is where nothing is written and the version or the class decides; nil for Keras's
  /// standard. Who did not write it may not have had it yet.
  private func standard(_ option: LayerOption) -> LayerOption.Value? {
    switch option.name {
    case "reset_after":
      .truth(writtenClass == "CuDNNGRU" || version.isKeras3)
    case "unit_forget_bias":
      config.mapping["forget_bias_init"]?.written.map { .truth(["one", "ones"].contains($0)) }
    case "masks":
      .word(joinsTwo ? MaskMerge.none.rawValue : (version.isKeras3 ? .any : MaskMerge.all).rawValue)
    default: nil
    }
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
  func checkType() throws(FileError) {
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
