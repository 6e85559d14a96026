import Kernels

/// A layer at work.
protocol ComputingLayer: LayerSettings {
  /// The same as one that steps through timesteps; nil for a layer without a state.
  var stepping: (any SteppingLayer)? { get }

  /// What the layer makes of `count` observations of one length, one after another.
  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord

  /// The same, with what the way back needs. What works in training only draws from `chance`; without it
  /// the layer answers as it does when it has learnt.
  func train(
    _ inputs: [Flow], of count: Int, on desk: Desk, _ chance: inout SplitMix64?
  ) -> TrainingRecord

  /// Turns the gradients of what the layer handed on into those of what it read and of its weights.
  func backward(_ step: BackwardStep) -> LayerGradients

  /// The curve that the layer puts its sums through at the end, so that a loss can start before it; nil
  /// where there is none.
  var lastCurve: Activation? { get }

  /// What went into that curve, as long as the output.
  func lastSums(_ inputs: [Flow], of count: Int, on desk: Desk) -> [Float]

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
  var lastCurve: Activation? { nil }

  func lastSums(_ inputs: [Flow], of count: Int, on desk: Desk) -> [Float] { inputs[0].values }

  func train(
    _ inputs: [Flow], of count: Int, on desk: Desk, _ chance: inout SplitMix64?
  ) -> TrainingRecord {
    TrainingRecord(record: run(inputs, of: count, on: desk))
  }

  func biases(_ bias: [Float]) -> (start: [Float], inner: [Float]) { (bias, []) }

  func fresh(_ weight: WeightShape, _ initialiser: inout Initialiser) -> Tensor {
    initialiser.usual(weight)
  }
}
