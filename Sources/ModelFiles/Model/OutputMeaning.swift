/// What the last number of a network says, in words.
package struct OutputMeaning: Hashable, Sendable {
  /// What it is the probability of, such as `rain tomorrow`.
  package var label: String
  /// The truth where it came so, such as `it rained`.
  package var positive: String
  /// The truth where it did not, such as `it stayed dry`.
  package var negative: String
  /// From which number on the answer is yes; 0 to 1.
  package var threshold: Float

  package init(label: String, positive: String, negative: String, threshold: Float) {
    self.label = label
    self.positive = positive
    self.negative = negative
    self.threshold = threshold
  }

  /// Whether the number means yes.
  package func answer(_ output: Float) -> Bool { output >= threshold }

  /// The truth in words.
  package func words(_ target: Bool) -> String { target ? positive : negative }
}
