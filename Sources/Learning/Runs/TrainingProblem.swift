/// Why a run cannot go on.
package enum TrainingProblem: Error, Hashable, Sendable {
  /// A number that is not finite, at the first layer that had one, and there at the first timestep, where
  /// the layer has timesteps.
  case notFinite(NotFinite, epoch: Int, batch: Int)
  /// An observation that does not fit, in the words of the engine.
  case observation(String, epoch: Int, batch: Int)
  /// Nothing to learn from.
  case noExamples
  /// A target of another length than the network's answer has.
  case target(example: Int, expected: Int, found: Int)

  /// Where a number that is not finite was seen first.
  package enum NotFinite: Hashable, Sendable {
    /// Among what a layer hands on, on the way forward.
    case output(layer: String, timestep: Int?)
    /// Among the gradients of a layer's weights, on the way back: at the last timestep, where that begins,
    /// at which a gradient of its states is not finite, where there is one.
    case gradient(weight: String, timestep: Int?)
    /// The loss alone.
    case loss
  }
}
