import Kernels

/// A layer that works in training only: what it reads leaves it.
protocol PassingLayer: ComputingLayer {
  /// What it does to the numbers in a step of training; nil for nothing.
  func noise(for flow: Flow, of count: Int, _ chance: inout SplitMix64) -> Noise?
}

extension PassingLayer {
  package var changesNumbers: Bool { false }

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    LayerPlan(outputShape: try onlyInput(inputs), isRowwise: true)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord { .output(inputs[0]) }
}
