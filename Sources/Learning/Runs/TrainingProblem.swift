import Engine

/// Why a run cannot begin, or cannot go on.
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
  /// A number that is not finite in an example itself: at a timestep, or in its true answer.
  case data(example: Int, timestep: Int?)
  /// A last layer whose curve is none for the answer; nil where it has none.
  case lastCurve(layer: String, found: Activation?, expected: Activation)
  /// An example whose run has more numbers than can be gone back through.
  case tooLong(example: Int, timesteps: Int, numbers: Int, most: Int)
  /// A batch that has to stay whole and is more than can be gone back through.
  case batchTooLarge(found: Int, most: Int)

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
