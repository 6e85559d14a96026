import Engine

extension Explorer {
  /// What a full bar of one unit over time stands for.
  func scale(of quantity: LSTMQuantity, layer: Int) -> Bar.Scale {
    bounded(quantity, layer: layer)
      ?? .symmetric(moment.scales.largest(quantity, layer: layer, unit: unit(of: layer)))
  }

  /// What a full bar stands for where many units stand side by side.
  func sampleScale(of quantity: LSTMQuantity, layer: Int) -> Bar.Scale {
    bounded(quantity, layer: layer)
      ?? .symmetric(moment.scales.largest(quantity, layer: layer))
  }

  /// The scale of a quantity whose activation bounds it; nil where the numbers have to say.
  private func bounded(_ quantity: LSTMQuantity, layer: Int) -> Bar.Scale? {
    guard case .lstm(let settings) = position.description.layers[layer] else { return nil }
    switch quantity {
    case .inputGate, .forgetGate, .outputGate: return settings.recurrentActivation.scale
    case .cellCandidate: return settings.activation.scale
    case .cellState, .hiddenState: return nil
    }
  }

  /// What a full bar of the network's output stands for.
  var outputScale: Bar.Scale {
    if case .dense(let settings) = position.description.layers.last,
      settings.activation.isBetweenZeroAndOne
    {
      return .unit
    }
    let last = position.description.layers.count - 1
    let largest = trace.output(last)?.values.reduce(0) { max($0, $1.magnitude) } ?? 1
    return .symmetric(largest > 0 && largest.isFinite ? largest : 1)
  }
}

extension Activation {
  /// Whether every value lies between 0 and 1, so that a bar can stand on a floor.
  var isBetweenZeroAndOne: Bool {
    switch self {
    case .sigmoid, .hardSigmoid, .softmax: true
    case .tanh, .relu, .linear, .softsign: false
    }
  }

  /// What bounds its values; nil where nothing does.
  var scale: Bar.Scale? {
    switch self {
    case .sigmoid, .hardSigmoid, .softmax: .unit
    case .tanh, .softsign: .symmetric(1)
    case .relu, .linear: nil
    }
  }
}
