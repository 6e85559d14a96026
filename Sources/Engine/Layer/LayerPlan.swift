/// What a layer makes of inputs of some shapes: what it hands on and which weights it needs.
package struct LayerPlan: Hashable, Sendable {
  /// What the layer hands on to the next one.
  package var outputShape: Shape
  /// The shapes of h and c where they leave too (`return_state`), otherwise none.
  package var stateShapes: [Shape] = []
  /// The weights, in Keras's order.
  package var weightShapes: [WeightShape] = []
  /// How many numbers the weights are.
  package var parameters = ParameterCount(total: 0, derivation: "")
  /// Whether every row of what leaves is made of the same row of what comes in and of nothing else.
  package var isRowwise = false
}
