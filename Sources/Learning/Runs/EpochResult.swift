/// What one pass over the training examples came to.
package struct EpochResult: Codable, Hashable, Sendable {
  /// Counts from 1, as Keras prints it.
  package let epoch: Int
  /// The means over the epoch's batches, each before its step.
  package let training: Measure
  /// What the network at the end of the epoch makes of examples that it does not learn from; nil where
  /// there are none.
  package let validation: Measure?
  /// The learning rate at its end.
  package let rate: Double

  package init(epoch: Int, training: Measure, validation: Measure?, rate: Double) {
    self.epoch = epoch
    self.training = training
    self.validation = validation
    self.rate = rate
  }

  /// What tells whether training became better: the loss of the validation, or of the training where there
  /// is none.
  package var watched: Double { validation?.loss ?? training.loss }
}
