/// What a layer reads: something that another layer, or an input, hands on.
package struct Source: Hashable, Sendable {
  /// The name of the layer or of the input.
  package var layer: String
  /// 0 for its output; 1 and more for the states that a recurrent layer hands on beside it, in the
  /// layer's order: h, c.
  package var output: Int

  /// What a layer hands on.
  package init(_ layer: String, output: Int = 0) {
    self.layer = layer
    self.output = output
  }
}
