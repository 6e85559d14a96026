import Kernels

/// A layer at work.
protocol ComputingLayer: LayerSettings {
  /// The same as one that steps through timesteps; nil for a layer without a state.
  var stepping: (any SteppingLayer)? { get }

  /// What the layer makes of `count` observations of one length, one after another.
  func run(
    _ flow: Network.Flow, of count: Int, with weights: LayerWeights,
    under interventions: Interventions, _ kernels: Kernels
  ) -> LayerRecord

  /// What it hands on of that to the next layer; `timesteps` came in.
  func leaving(_ record: LayerRecord, of count: Int, timesteps: Int?) -> Network.Flow

  /// Where the sums start, a number for each column, and what stands within a reset, made of the bias
  /// as files have it; the second is empty where nothing does.
  func biases(_ bias: [Float]) -> (start: [Float], inner: [Float])

  /// The bias of a fresh layer.
  func freshBias(_ shape: [Int]) -> Tensor
}

extension ComputingLayer {
  var stepping: (any SteppingLayer)? { nil }

  func biases(_ bias: [Float]) -> (start: [Float], inner: [Float]) { (bias, []) }

  func freshBias(_ shape: [Int]) -> Tensor {
    Tensor(shape: shape, values: [Float](repeating: 0, count: shape.reduce(1, *)))
  }
}

extension Layer {
  /// A recurrent layer as what steps through timesteps; nil for any other.
  var stepping: (any SteppingLayer)? { computing.stepping }
}
