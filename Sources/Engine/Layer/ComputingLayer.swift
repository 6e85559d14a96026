import Kernels

/// A layer at work.
protocol ComputingLayer: LayerSettings {
  /// The same as one that steps through timesteps; nil for a layer without a state.
  var stepping: (any SteppingLayer)? { get }

  /// What the layer makes of `count` observations of one length, one after another.
  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord

  /// Where the sums start, a number for each column, and what stands within a reset, made of the bias
  /// as files have it; the second is empty where nothing does.
  func biases(_ bias: [Float]) -> (start: [Float], inner: [Float])

  /// A weight of a fresh layer.
  func fresh(_ weight: WeightShape, _ initialiser: inout Initialiser) -> Tensor
}

/// What a layer has at hand while it works.
struct Desk {
  let weights: LayerWeights
  let interventions: Interventions
  let kernels: Kernels
}

extension ComputingLayer {
  var stepping: (any SteppingLayer)? { nil }

  func biases(_ bias: [Float]) -> (start: [Float], inner: [Float]) { (bias, []) }

  func fresh(_ weight: WeightShape, _ initialiser: inout Initialiser) -> Tensor {
    initialiser.usual(weight)
  }
}
