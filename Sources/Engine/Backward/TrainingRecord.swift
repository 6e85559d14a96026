/// What a layer made of some observations, and what it kept for the way back.
struct TrainingRecord: Sendable {
  var record: LayerRecord
  /// Numbers that only the layer itself reads.
  var kept: [[Float]] = []
  /// Weights that a step of training moves without a gradient, by their names in the layer.
  var moved: [String: [Float]] = [:]
}
