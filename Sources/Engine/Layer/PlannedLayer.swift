/// A layer in its place: what it reads, what it hands on and which weights it needs.
package struct PlannedLayer: Hashable, Sendable {
  /// The settings.
  package var layer: Layer
  /// What comes in.
  package var inputShape: Shape
  /// What the layer hands on to the next one.
  package var outputShape: Shape
  /// The shapes of h and c where they leave too (`return_state`), otherwise none.
  package var stateShapes: [Shape]
  /// The weights, in Keras's order.
  package var weightShapes: [WeightShape]
  /// How many numbers the weights are.
  package var parameters: ParameterCount

  /// The most parameters one layer may have, 2²⁸, a gigabyte of weights.
  ///
  /// A slip of the hand in a model file should get a sentence, not all of the memory.
  package static let mostParameters = 1 << 28
}
