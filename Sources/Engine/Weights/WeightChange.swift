/// One number of a weight, or all of them, replaced.
package struct WeightChange: Hashable, Sendable {
  /// The weight's name, `lstm1/kernel`.
  package var key: String
  /// The place of the number, one index an axis; `nil` is the whole tensor.
  package var index: [Int]?
  /// What stands there instead, any finite number.
  package var value: Float

  /// A change of the weight `key`.
  package init(key: String, index: [Int]? = nil, value: Float) {
    self.key = key
    self.index = index
    self.value = value
  }
}
