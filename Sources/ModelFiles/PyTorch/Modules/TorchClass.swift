import Engine
import Pickle

/// What a whole module says of one of its modules.
struct TorchClass: Hashable {
  /// The class: `LSTM`.
  let name: String
  /// Whether it is one of `torch.nn`.
  let isTorch: Bool
  /// Whether TorchScript wrote it, which keeps most settings in its code.
  var isScript = false
  /// Attributes that are texts, numbers or truths.
  let attributes: [String: PickleValue]
}

extension TorchClass {
  /// What a class without weights is.
  enum Plain {
    case curve(TorchCurve)
    case unread(TorchFault.Module.Kind)
    /// It changes no number of those that come in a row, or holds others.
    case nothing
  }

  /// Classes that pass numbers on as they are once a network has learnt. A chain hands one row at a time
  /// to an `nn.Flatten`, or the widths around it do not fit.
  private static let passing: Set<String> = [
    "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout",
    "Identity", "Flatten", "Sequential", "ModuleList", "ModuleDict", "ParameterList",
    "ParameterDict",
  ]

  /// Classes whose weights are read, or told by what they are.
  private static let weighted: Set<String> = [
    "LSTM", "GRU", "RNN", "LSTMCell", "GRUCell", "RNNCell", "Linear", "Embedding", "LayerNorm",
    "NonDynamicallyQuantizableLinear", "BatchNorm1d", "SyncBatchNorm",
  ]

  /// Whether weights of its names and shapes would be taken for those of another class.
  var isForeign: Bool { isTorch && !Self.weighted.contains(name) }

  /// Whether it is passed over where it has no weights.
  var isPassing: Bool { if case .nothing = plain { true } else { false } }

  /// Curves that have no settings.
  private static let curves: [String: Activation] = [
    "ReLU": .relu, "Tanh": .tanh, "Sigmoid": .sigmoid, "SiLU": .silu, "SELU": .selu,
    "Softsign": .softsign, "ReLU6": .relu6, "Hardsigmoid": .hardSigmoid, "Hardswish": .hardSilu,
    "Mish": .mish,
  ]

  /// What one of `torch.nn` is that has no weights.
  var plain: Plain {
    // What a network learnt by stands beside it.
    if Self.passing.contains(name) || name.hasSuffix("Loss") { return .nothing }
    if let curve = Self.curves[name] { return .curve(.activation(curve)) }
    return switch name {
    case "LeakyReLU": number("negative_slope", else: 0.01) { .leakyReLU(slope: $0) }
    case "ELU": number("alpha", else: 1) { $0 == 1 ? .activation(.elu) : .elu(alpha: $0) }
    case "Softmax": softmax
    case "GELU": only(.gelu, ["approximate": .text("none")])
    case "Softplus": only(.softplus, ["beta": .number(1)])
    case "Hardtanh": only(.hardTanh, ["min_val": .number(-1), "max_val": .number(1)])
    default: .unread(.known(name))
    }
  }

  private func number(
    _ setting: String, else usual: Double, _ curve: (Double) -> TorchCurve
  ) -> Plain {
    guard let value = attributes[setting] else {
      return isScript ? .unread(.known(name)) : .curve(curve(usual))
    }
    guard let number = value.double, number.isFinite else {
      return .unread(.setting(name, value.setting(setting)))
    }
    return .curve(curve(number))
  }

  /// A curve that ours is with these settings alone.
  private func only(_ curve: Activation, _ usual: [String: PickleValue]) -> Plain {
    for (setting, expected) in usual.sorted(by: { $0.key < $1.key }) {
      guard let value = attributes[setting] else {
        if isScript { return .unread(.known(name)) }
        continue
      }
      guard value == expected || value.double != nil && value.double == expected.double else {
        return .unread(.setting(name, value.setting(setting)))
      }
    }
    return .curve(.activation(curve))
  }

  /// Ours runs along the last axis, which is 1 of a row, and 2 of one at each timestep. PyTorch takes it,
  /// too, where nothing is said.
  private var softmax: Plain {
    guard let axis = attributes["dim"] else { return .curve(.activation(.softmax)) }
    return [-1, 1, 2].contains(axis.double)
      ? .curve(.activation(.softmax)) : .unread(.setting(name, axis.setting("dim")))
  }
}

extension PickleValue {
  /// A number, whole or not.
  var double: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    default: nil
    }
  }

  /// A setting with this value, as one writes it.
  fileprivate func setting(_ name: String) -> String {
    switch self {
    case .integer(let integer): "\(name)=\(integer)"
    case .number(let number): "\(name)=\(number)"
    case .text(let text): "\(name)='\(text.prefix(40))'"
    default: name
    }
  }
}
