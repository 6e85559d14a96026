import Engine
import Phrases
import Vocabulary

// The gradients of the states.
extension Moment {
  /// With gradients shown or hidden.
  func showing(gradients motion: Command.Motion) throws(Refusal) -> Moment {
    var next = self
    switch motion {
    case .on: next.position.showsGradients = true
    case .off: next.position.showsGradients = false
    case .toggled: next.position.showsGradients.toggle()
    }
    if next.position.showsGradients { try checkWayBack() }
    return next.settled()
  }

  /// The same with gradients shown where one of them is asked for.
  func showing(gradient quantity: QuantityName) throws(Refusal) -> Moment {
    guard quantity.isGradient else { return self }
    return try showing(gradients: .on)
  }

  /// Throws where no gradient can be worked out.
  func checkWayBack() throws(Refusal) {
    if let failure = network.plan.failure { throw .unbuilt(layer: failure.layerName) }
    guard network.goesBack(timesteps: example.observation.timesteps) else {
      throw .wayBackTooLong
    }
  }
}
