import Engine

/// What a network would answer at each timestep of a run, and how far that reaches: found out once, as
/// many timesteps as there may be.
struct AnswersSoFar: Sendable {
  /// See `Trace.answers`, `[timesteps, outputs]`.
  let answers: Tensor
  /// The largest finite size among them.
  let largest: Float

  /// Nil where the network cannot be built, or needs more than one timestep for an answer.
  init?(_ trace: Trace) {
    guard let answers = try? trace.answers() else { return nil }
    self.answers = answers
    largest = answers.values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
  }
}
