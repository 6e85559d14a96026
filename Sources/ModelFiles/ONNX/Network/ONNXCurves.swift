import Engine

/// The curves of ONNX by the names of their steps.
enum ONNXCurves {
  private static let plain: [String: Activation] = [
    "Relu": .relu, "Tanh": .tanh, "Sigmoid": .sigmoid, "Softplus": .softplus,
    "Softsign": .softsign, "Softmax": .softmax, "HardSwish": .hardSilu, "Mish": .mish,
    "Exp": .exponential,
    "Swish": .silu,
  ]

  /// The curve that a step is; nil for any other, and for one with other numbers in it than ours has.
  static func curve(_ node: ONNXNode) throws(ONNXFault) -> Activation? {
    switch node.kind {
    case "Softmax":
      // Ours runs along the last axis; which one 1 is depends on how many there are.
      let axis = try node.integer("axis") ?? -1
      return axis == -1 || axis == 1 || axis == 2 ? .softmax : nil
    case "Elu": return try node.float("alpha") ?? 1 == 1 ? .elu : nil
    case "LeakyRelu":
      let slope = try node.float("alpha") ?? 0.01
      return (slope - 0.2).magnitude < 1e-6 ? .leakyReLU : nil
    case "Selu":
      let alpha = try node.float("alpha") ?? 1.67326
      let scale = try node.float("gamma") ?? 1.0507
      return (alpha - 1.67326).magnitude < 1e-4 && (scale - 1.0507).magnitude < 1e-4 ? .selu : nil
    case "Gelu": return try node.text("approximate") ?? "none" == "none" ? .gelu : nil
    case "HardSigmoid":
      guard try node.float("beta") ?? 0.5 == 0.5 else { return nil }
      let slope = try node.float("alpha") ?? 0.2
      if (slope - 0.2).magnitude < 1e-6 { return .hardSigmoidOfKeras2 }
      return (slope - 1.0 / 6).magnitude < 1e-6 ? .hardSigmoid : nil
    default: return plain[node.kind]
    }
  }

  /// The numbers that a step of these has where it is none of our curves; nil for a step of another kind.
  static func settings(_ node: ONNXNode) throws(ONNXFault) -> String? {
    let names: [String]
    switch node.kind {
    case "Elu", "LeakyRelu": names = ["alpha"]
    case "Selu": names = ["alpha", "gamma"]
    case "HardSigmoid": names = ["alpha", "beta"]
    default: return nil
    }
    var settings: [String] = []
    for name in names {
      if let number = try node.float(name) { settings.append("\(name)=\(number)") }
    }
    return settings.joined(separator: ", ")
  }

  /// The curve by the name that a recurrent step has for it.
  static func curve(named name: String) -> Activation? {
    switch name.lowercased() {
    case "tanh": .tanh
    case "sigmoid": .sigmoid
    case "relu": .relu
    case "softsign": .softsign
    case "softplus": .softplus
    default: nil
    }
  }
}
