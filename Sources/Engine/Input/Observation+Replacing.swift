extension Observation {
  /// The same with `value` for one feature, at one timestep or, with `nil`, at every one.
  ///
  /// The value may be NaN or infinite, as any number of an observation. Throws for a timestep or a
  /// feature out of range.
  package func replacing(
    timestep: Int? = nil, feature: Int, value: Float
  ) throws(EngineError) -> Observation {
    guard (0..<features).contains(feature) else {
      throw .feature(features: features, found: feature)
    }
    if let timestep { try check(timestep) }
    var values = values
    for row in timestep.map({ $0..<$0 + 1 }) ?? 0..<timesteps {
      values[row * features + feature] = value
    }
    return Observation(timesteps: timesteps, features: features, values: values, beside: beside)
  }

  /// The same with the rows of two timesteps in each other's places.
  ///
  /// Throws for a timestep out of range.
  package func swapping(
    timesteps one: Int, and other: Int
  ) throws(EngineError) -> Observation {
    try check(one)
    try check(other)
    var values = values
    for feature in 0..<features {
      values.swapAt(one * features + feature, other * features + feature)
    }
    return Observation(timesteps: timesteps, features: features, values: values, beside: beside)
  }

  private func check(_ timestep: Int) throws(EngineError) {
    guard (0..<timesteps).contains(timestep) else {
      throw .timestep(timesteps: timesteps, found: timestep)
    }
  }
}
