import Engine
import Kernels
import ModelFiles

extension Network {
  /// How large ∂loss/∂h[t] of a recurrent layer is over its units at each timestep, the mean of what it is of
  /// each example, all of one length.
  ///
  /// Throws where the network does not read them.
  package func hiddenGradient(
    of loss: Loss, on examples: [LabelledExample], layer: Int, kernels: Kernels
  ) throws(EngineError) -> [Float] {
    let pass = try backwardPass(examples.map(\.observation), kernels: kernels)
    let lost = BatchLoss(of: pass.answers, loss, targets: examples.flatMap(\.target), rows: 1)
    let gradients = pass.gradients(of: lost.gradient, isBeforeCurve: lost.isBeforeCurve)
    let units = description.units(of: layer)
    guard let states = gradients.states[layer]?.first, !examples.isEmpty, units > 0 else {
      return []
    }
    let timesteps = states.count / (units * examples.count)
    var sums = [Double](repeating: 0, count: timesteps)
    for row in 0..<timesteps * examples.count {
      let squares = states[row * units..<(row + 1) * units].reduce(0) {
        $0 + Double($1) * Double($1)
      }
      sums[row % timesteps] += squares.squareRoot()
    }
    return sums.map { Float($0 / Double(examples.count)) }
  }
}
