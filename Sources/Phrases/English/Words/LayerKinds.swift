import Engine

/// What each kind of layer does, where one is not shown at work.
package enum LayerKindPhrases {
  /// What a layer does to what it reads, at several lengths, the longest first.
  package static func does(_ planned: PlannedLayer) -> [String] {
    let shape = planned.outputShape.perObservation
    guard let short = short(planned.layer.settings) else { return ["→ \(shape)"] }
    guard planned.layer.settings.changesNumbers else {
      return [
        "\(short): works in training only; here everything passes", "\(short): passes all on",
      ]
    }
    return ["\(short) → \(shape)", short, "→ \(shape)"]
  }

  /// The kind, and the setting that matters most.
  private static func short(_ settings: any LayerSettings) -> String? {
    let kind = type(of: settings).kind
    switch settings {
    case let layer as Dropout: return "\(kind) \(layer.rate)"
    case let layer as SpatialDropout1D: return "\(kind) \(layer.rate)"
    case let layer as GaussianDropout: return "\(kind) \(layer.rate)"
    case let layer as AlphaDropout: return "\(kind) \(layer.rate)"
    case let layer as GaussianNoise: return "\(kind) ±\(layer.deviation)"
    case let layer as Masking: return "skips timesteps that are all \(layer.maskValue)"
    case let layer as RepeatVector: return "the same numbers \(layer.count) times"
    case is Flatten: return "all rows one behind the other"
    case is GlobalMaxPooling1D: return "the largest of each unit over time"
    case is GlobalAveragePooling1D: return "the mean of each unit over time"
    default: return kind
    }
  }

  /// Which units of a Bidirectional are whose.
  private static func halves(_ planned: PlannedLayer, _ names: [String]) -> String {
    let half = planned.units / 2
    guard names.count == 2, half > 0 else { return "" }
    return
      " Units 0–\(half - 1) are \(names[0])'s, \(half)–\(planned.units - 1) \(names[1])'s."
  }

  /// What a layer does in a sentence of its own, for the explanation of the chosen layer.
  package static func sentence(_ planned: PlannedLayer, reads names: [String]) -> String {
    let name = planned.layer.name
    let from = planned.inputShape.perObservation
    let to = planned.outputShape.perObservation
    let read = names.count == 1 ? names[0] : conjoined(names)
    switch planned.layer.settings {
    case let layer as Embedding:
      let skips = layer.maskZero ? " 0 stands for nothing: layers behind skip its timestep." : ""
      return
        "\(name) is a table of \(layer.inputDimension) rows: each number that comes in names a row, and "
        + "its \(layer.outputDimension) numbers leave.\(skips)"
    case is Masking:
      return "\(name) marks the timesteps that are padding; layers behind skip them."
    case let layer as Bidirectional:
      let joins =
        switch layer.mergeMode {
        case .concatenated: "side by side"
        case .sum: "added up"
        case .product: "multiplied"
        case .average: "as their mean"
        }
      return
        "\(read) read the same input, one from its first timestep, the other from its last; \(name) "
        + "hands on both, \(joins): \(to)."
        + (layer.mergeMode == .concatenated ? halves(planned, names) : "")
    case let layer as Conv1D:
      return
        "\(name) moves a window of \(layer.kernelSize) timesteps over \(from): \(layer.filters) "
        + "filters make \(to) of it."
    case is MaxPooling1D:
      return "\(name) keeps the largest number of each window: \(from) becomes \(to)."
    case is AveragePooling1D:
      return "\(name) takes the mean of each window: \(from) becomes \(to)."
    case is GlobalMaxPooling1D:
      return "\(name) keeps the largest number of each unit over all timesteps: \(to)."
    case is GlobalAveragePooling1D:
      return "\(name) takes the mean of each unit over all timesteps that are not skipped: \(to)."
    case let layer as ActivationLayer:
      return "\(name) puts each number of \(read) through \(layer.activation.rawValue)."
    case is Softmax:
      return "\(name) puts each row of \(read) through softmax: shares that add up to 1."
    case is Flatten:
      return "\(name) puts all rows of \(from) one behind the other: \(to)."
    case let layer as RepeatVector:
      return "\(name) hands on the same numbers \(layer.count) times, as a sequence: \(to)."
    case is BatchNormalization:
      return
        "\(name) takes from each feature its moving mean, divides by the root of its moving variance, "
        + "and then scales by gamma and adds beta."
    case is LayerNormalization:
      return "\(name) gives the numbers of each row mean 0 and variance 1, then scales them."
    case let layer as Concatenate:
      let rank = planned.outputShape.rank
      let isAlongTime = (layer.axis < 0 ? layer.axis + rank : layer.axis) < rank - 1
      return
        "\(name) puts \(read) \(isAlongTime ? "one after the other in time" : "side by side"): \(to)."
    case is Attention:
      let (query, value) = (names[0], names.count > 1 ? names[1] : names[0])
      return
        "For each row of \(query), its query, \(name) takes the products with all rows of "
        + "\(names.count > 2 ? names[2] : value), makes shares of them by softmax, and adds up the rows "
        + "of \(value) by these shares: \(to)."
    case is Dot:
      return "\(name) multiplies the rows of \(read) and adds up: \(to)."
    case let settings where !settings.changesNumbers:
      return "\(name) works in training only: what it reads passes as it is."
    default:
      return "\(name) makes \(to) of \(read)."
    }
  }
}

extension Layer {
  /// What layers that keep a state are called in a sentence about all of them.
  package static let recurrentKinds = "recurrent"
}
