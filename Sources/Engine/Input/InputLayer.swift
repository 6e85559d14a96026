/// What one observation of a network looks like: `[timesteps, features]`.
package struct InputLayer: Hashable, Sendable {
  /// The name in Keras's summary and errors.
  package var name: String
  /// The timesteps of every observation; `nil` takes any number of them.
  package var timesteps: Int?
  /// The numbers that arrive at each timestep.
  package var features: Int
  /// Whether there is a timestep axis. Without it an observation is `[features]`, which an LSTM
  /// refuses and Dense reads.
  package var hasTimesteps: Bool
  /// Whether there is a feature axis. Without it one whole number arrives at each timestep, which names
  /// a row of an Embedding.
  package var hasFeatures: Bool

  /// An input of `timesteps` × `features`.
  package init(
    name: String = "input_layer", timesteps: Int?, features: Int, hasTimesteps: Bool = true
  ) {
    self.name = name
    self.timesteps = timesteps
    self.features = features
    self.hasTimesteps = hasTimesteps
    hasFeatures = true
  }

  /// An input of whole numbers, one at each timestep.
  package init(name: String = "input_layer", tokens timesteps: Int?) {
    self.init(name: name, timesteps: timesteps, features: 1)
    hasFeatures = false
  }

  /// `(None, timesteps, features)`, `(None, features)` without a timestep axis, `(None, timesteps)`
  /// without features.
  package var shape: Shape {
    Shape([nil] + (hasTimesteps ? [timesteps] : []) + (hasFeatures ? [features] : []))
  }

  /// Throws what Keras raises for `count` observations of another shape.
  package func check(_ count: Int, timesteps: Int, features: Int) throws(EngineError) {
    guard timesteps > 0 else { throw .noTimesteps(input: name) }
    let isBare = !hasTimesteps && timesteps == 1
    let isToken = !hasFeatures && features == 1
    let found = [count] + (isBare ? [] : [timesteps]) + (isToken ? [] : [features])
    guard shape.accepts(found) else {
      throw .inputShape(input: name, expected: shape, found: found)
    }
  }

  /// What is impossible in it; nil where nothing is.
  var error: EngineError? {
    if features <= 0 { return .features(input: name, found: features) }
    if hasTimesteps, let timesteps, timesteps <= 0 {
      return .timesteps(input: name, found: timesteps)
    }
    return nil
  }
}
