import Documents
import Engine

/// How a file of Keras's says a weight of a fresh layer is filled.
enum KerasInitialiser: Sendable {
  case known(WeightInitialiser)
  /// What is not known, for a model without weights to name.
  case unknown(DocumentValue)

  /// A name, or an object with a class and its settings; nil where nothing stands.
  init?(_ value: DocumentValue) {
    if value.isNull { return nil }
    var name = value.written
    var config = DocumentMapping(place: value.place)
    if value.isMapping, let entry = try? value.mapping("initializer") {
      name = entry["class_name"]?.written
      if let inner = entry["config"], inner.isMapping, let keys = try? inner.mapping("config") {
        config = keys
      }
    }
    guard let name, let known = Self.known(snakeCased(name), config) else {
      self = .unknown(value)
      return
    }
    self = .known(known)
  }

  private static func known(_ name: String, _ config: DocumentMapping) -> WeightInitialiser? {
    func number(_ key: String, _ standard: Double) -> Double {
      config[key].flatMap { try? $0.real(.key(key)) } ?? standard
    }
    func float(_ key: String, _ standard: Double) -> Float { Float(number(key, standard)) }
    switch name {
    case "zeros", "zero": return .constant(0)
    case "ones", "one": return .constant(1)
    case "constant": return .constant(float("value", 0))
    case "random_uniform", "uniform":
      let (low, high) = (float("minval", -0.05), float("maxval", 0.05))
      return .uniform(from: low, to: high)
    case "random_normal", "normal":
      return .normal(mean: float("mean", 0), deviation: float("stddev", 0.05), isCut: false)
    case "truncated_normal":
      return .normal(mean: float("mean", 0), deviation: float("stddev", 0.05), isCut: true)
    case "glorot_uniform": return .glorotUniform
    case "glorot_normal": return .scaled(1, by: .average, .cutNormal)
    case "he_uniform": return .scaled(2, by: .incoming, .uniform)
    case "he_normal": return .scaled(2, by: .incoming, .cutNormal)
    case "lecun_uniform": return .scaled(1, by: .incoming, .uniform)
    case "lecun_normal": return .scaled(1, by: .incoming, .cutNormal)
    case "variance_scaling":
      guard let fan = fan(config["mode"]?.written),
        let spread = spread(config["distribution"]?.written)
      else { return nil }
      return .scaled(number("scale", 1), by: fan, spread)
    case "orthogonal", "orthogonal_initializer": return .orthogonal(gain: float("gain", 1))
    case "identity", "identity_initializer": return .identity(gain: float("gain", 1))
    default: return nil
    }
  }

  private static func fan(_ mode: String?) -> WeightInitialiser.Fan? {
    switch mode {
    case nil, "fan_in": .incoming
    case "fan_out": .outgoing
    case "fan_avg": .average
    default: nil
    }
  }

  private static func spread(_ distribution: String?) -> WeightInitialiser.Spread? {
    switch distribution {
    case nil, "normal", "truncated_normal": .cutNormal
    case "untruncated_normal": .normal
    case "uniform": .uniform
    default: nil
    }
  }
}

extension KerasLayer {
  /// The initialisers of the layer's weights, by the names of these.
  func initialisers() -> [String: KerasInitialiser] {
    var found: [String: KerasInitialiser] = [:]
    let olderNames = ["init": "kernel_initializer", "inner_init": "recurrent_initializer"]
    for entry in config.mapping.entries {
      let key = olderNames[entry.key] ?? entry.key
      guard key.hasSuffix("_initializer") else { continue }
      let weight = String(key.dropLast("_initializer".count))
      found[weight == "recurrent" ? "recurrent_kernel" : weight] = KerasInitialiser(entry.value)
    }
    return found
  }
}
