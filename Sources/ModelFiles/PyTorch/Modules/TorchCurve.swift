import Engine

/// What a class of `torch.nn` without weights does to each number.
package enum TorchCurve: Hashable, Sendable {
  case activation(Activation)
  /// x, and a slope below 0.
  case leakyReLU(slope: Double)
  /// x, and alpha·(eˣ − 1) below 0.
  case elu(alpha: Double)

  /// What our layers call it.
  package var name: String {
    switch self {
    case .activation(let activation): activation.rawValue
    case .leakyReLU: Activation.leakyReLU.rawValue
    case .elu: Activation.elu.rawValue
    }
  }

  /// The same as a layer of its own.
  func layer(name: String) -> Layer {
    switch self {
    case .activation(let activation):
      var layer = ActivationLayer(name: name)
      layer.activation = activation
      return Layer(layer)
    case .leakyReLU(let slope):
      var layer = LeakyReLU(name: name)
      layer.negativeSlope = slope
      return Layer(layer)
    case .elu(let alpha):
      var layer = ELU(name: name)
      layer.alpha = alpha
      return Layer(layer)
    }
  }
}
