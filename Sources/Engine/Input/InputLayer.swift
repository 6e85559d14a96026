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

  /// An input of `timesteps` × `features`.
  package init(
    name: String = "input_layer", timesteps: Int?, features: Int, hasTimesteps: Bool = true
  ) {
    self.name = name
    self.timesteps = timesteps
    self.features = features
    self.hasTimesteps = hasTimesteps
  }

  /// `(None, timesteps, features)`, or `(None, features)` without a timestep axis.
  package var shape: Shape {
    Shape(hasTimesteps ? [nil, timesteps, features] : [nil, features])
  }
}
