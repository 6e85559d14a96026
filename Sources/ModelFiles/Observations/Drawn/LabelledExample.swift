import Engine

/// An observation and what a network is to answer.
package struct LabelledExample: Hashable, Sendable {
  /// What is read, `[timesteps, features]`.
  package let observation: Observation
  /// The true answer, `[units]`, or where each timestep has one `[timesteps, units]`, row major: 0 or 1
  /// for no or yes, one-hot for one of several classes, or a number.
  package let target: [Float]

  package init(_ observation: Observation, target: [Float]) {
    self.observation = observation
    self.target = target
  }

  /// A question with yes or no for answer.
  package init(_ observation: Observation, isYes: Bool) {
    self.init(observation, target: [isYes ? 1 : 0])
  }
}
