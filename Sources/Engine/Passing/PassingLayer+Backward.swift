import Kernels

extension PassingLayer {
  func train(
    _ inputs: [Flow], of count: Int, on desk: Desk, _ chance: inout SplitMix64?
  ) -> TrainingRecord {
    var flow = inputs[0]
    guard var source = chance, let noise = noise(for: flow, of: count, &source) else {
      return TrainingRecord(record: .output(flow))
    }
    chance = source
    if !noise.factors.isEmpty { flow.values = flow.values.times(noise.factors) }
    if !noise.addends.isEmpty { flow.values = zip(flow.values, noise.addends).map { $0 + $1 } }
    return TrainingRecord(record: .output(flow), kept: [noise.factors])
  }

  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput {
      guard let factors = step.made.kept.first, !factors.isEmpty else { return step.output }
      return step.output.times(factors)
    }
  }
}

extension SplitMix64 {
  /// So many times true, `rate` of them false.
  mutating func kept(_ count: Int, rate: Double) -> [Bool] {
    (0..<count).map { _ in nextFraction() >= rate }
  }

  /// So many numbers of the normal distribution around `mean`.
  mutating func normal(_ count: Int, mean: Float = 0, deviation: Double) -> [Float] {
    written(count) { fillNormally($0, count, &state) }.map { mean + Float(deviation) * $0 }
  }
}
