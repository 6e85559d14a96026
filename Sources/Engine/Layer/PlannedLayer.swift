/// A layer in its place: what it reads, what it hands on and which weights it needs.
package struct PlannedLayer: Hashable, Sendable {
  /// The settings.
  package var layer: Layer
  /// What it reads: one thing, or several where layers meet or where states are handed over.
  package var sources: [PlannedSource]
  /// The shapes of that.
  package var inputShapes: [Shape]
  /// What the layer hands on, and its weights.
  package var plan: LayerPlan

  /// What comes in, or the first of several.
  package var inputShape: Shape { inputShapes[0] }
  /// What the layer hands on to the next one.
  package var outputShape: Shape { plan.outputShape }
  /// The shapes of h and c where they leave too (`return_state`), otherwise none.
  package var stateShapes: [Shape] { plan.stateShapes }
  /// The weights, in Keras's order.
  package var weightShapes: [WeightShape] { plan.weightShapes }
  /// How many numbers the weights are.
  package var parameters: ParameterCount { plan.parameters }
  /// Whether every row of what leaves is made of the same row of what comes in and of nothing else.
  package var isRowwise: Bool { plan.isRowwise }
  /// How many numbers leave the layer at a time.
  package var units: Int { plan.outputShape.features ?? 0 }
  /// Whether a sequence leaves the layer.
  package var handsOnSequence: Bool { plan.outputShape.rank == 3 }
  /// Whether it has numbers of its own for every unit and timestep: a recurrent layer, and any other
  /// that hands on a sequence but Dense, whose units are sums of one row.
  package var hasMap: Bool {
    layer.isRecurrent || handsOnSequence && !(layer.settings is Dense)
  }
  /// The place of the layer whose output it reads first; nil for the network's input.
  package var before: Int? { sources.first?.layer }

  /// The most parameters one layer may have, 2²⁸, a gigabyte of weights.
  ///
  /// A slip of the hand in a model file should get a sentence, not all of the memory.
  package static let mostParameters = 1 << 28
}
