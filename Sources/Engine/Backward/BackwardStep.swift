/// Where the way back through a layer starts: what it read and made, and what the loss makes of that.
struct BackwardStep {
  let inputs: [Flow]
  let made: TrainingRecord
  /// The observations side by side.
  let count: Int
  let desk: Desk
  /// ∂loss/∂ what it handed on: of its output first, then of its last states. Empty where nothing
  /// hangs on it.
  let outputs: [[Float]]
  /// Whether the first of these is that of the sums before the layer's own curve.
  var isBeforeCurve = false
  /// ∂loss/∂ its states and its sums beside that; nil where they count through the output alone.
  var seed: StateSeed?
  /// Whether all of ∂loss/∂ each state is asked for.
  var keepsStates = true
  /// Which inputs' gradients are asked for.
  let isAsked: [Bool]

  /// ∂loss/∂ what leaves a layer without a state; zeros where nothing hangs on it.
  var output: [Float] { output(made.record.handing(0, of: count).values.count) }

  /// The gradients of a layer of one input and no weights, worked out where they are asked for.
  func ofInput(_ work: () -> [Float]) -> LayerGradients {
    LayerGradients(inputs: [isAsked[0] ? work() : []])
  }

  /// ∂loss/∂ the output; zeros where nothing hangs on it.
  func output(_ count: Int) -> [Float] {
    guard let first = outputs.first, !first.isEmpty else {
      return [Float](repeating: 0, count: count)
    }
    return first
  }
}
