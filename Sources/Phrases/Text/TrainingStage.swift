/// What is going on in a training.
package enum TrainingStage: Hashable, Sendable {
  case notBegun, running, paused
  /// All epochs are done.
  case done
  /// It came to something with which it cannot go on.
  case stopped
}
