/// One thing to look at: `timesteps` rows of `features` numbers.
///
/// A number may be NaN or infinite: it goes through the network as it would in Keras, so that one
/// sees at which timestep it came in and how far it got.
package struct Observation: Hashable, Sendable {
  /// The rows.
  package let timesteps: Int
  /// The numbers in a row.
  package let features: Int
  /// The numbers, `[timesteps, features]`, row major.
  package let values: [Float]
  /// What goes into the inputs beside the first, in their order.
  package var beside: [Observation] = []

  /// An observation of exactly `timesteps` · `features` numbers.
  package init(
    timesteps: Int, features: Int, values: [Float], beside: [Observation] = []
  ) {
    precondition(timesteps >= 0 && features >= 0, "lengths are not negative")
    precondition(
      checked(timesteps, .product, features) == values.count,
      "an observation has timesteps × features numbers")
    self.timesteps = timesteps
    self.features = features
    self.values = values
    self.beside = beside
  }

  /// Whether another one has as many timesteps in every input.
  package func isAsLong(as other: Observation) -> Bool {
    timesteps == other.timesteps
      && beside.map(\.timesteps) == other.beside.map(\.timesteps)
  }

  /// The numbers of one timestep, `[features]`.
  package subscript(timestep: Int) -> ArraySlice<Float> {
    values[timestep * features..<(timestep + 1) * features]
  }
}
