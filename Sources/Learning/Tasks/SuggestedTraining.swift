/// How a network of the suggested size learns a task, where nothing else is said.
package struct SuggestedTraining: Hashable, Sendable {
  /// How many sequences it learns from; data that have fewer give all.
  package var examples = 2000
  /// The passes over them.
  package var epochs = 10
  /// The learning rate at the start, that of Adam.
  package var rate = 0.001
  /// The sequences of one step.
  package var batchSize = 32
  /// How long the gradient of a step may be, all weights together; nil for as long as it is.
  package var clipping: Double?
}
