import Engine
import Insight
import Learning

/// How much the loss of the open observation hangs on the hidden states at each timestep.
struct Reach: Sendable {
  /// The length of ∂loss/∂h over the units at each timestep, in the order of processing, by layer.
  let sizes: [Int: [Float]]
  /// The largest of all.
  let most: Float
}

extension Moment {
  /// A moment that knows its reach, where the true answer is known and the way back can be gone.
  func withReach() -> Moment {
    guard reach == nil, !isLarge, let found = foundReach() else { return self }
    var moment = self
    moment.reach = found
    return moment
  }

  private func foundReach() -> Reach? {
    let units = network.plan.layers.last?.units ?? 0
    guard let truth = example.facts.truth?.value ?? example.facts.target.map({ $0 ? 1 : 0 }),
      units == 1, network.plan.layers.last?.outputShape.rank == 2,
      let pass = try? network.backwardPass(
        [trace.input], under: trace.interventions, kernels: kernels)
    else { return nil }
    let loss: Loss = pass.answers.lastCurve == .sigmoid ? .binaryCrossEntropy : .meanSquaredError
    let start = loss.start(of: pass, target: [truth])
    let gradients = pass.gradients(of: start.gradient, isBeforeCurve: start.isBeforeCurve)
    var sizes: [Int: [Float]] = [:]
    for (layer, states) in gradients.states {
      guard let hidden = states.first else { continue }
      let units = network.plan.layers[layer].layer.recurrent?.units ?? 1
      sizes[layer] = stride(from: 0, to: hidden.count, by: units).map { start in
        hidden[start..<start + units].reduce(0) { $0 + $1 * $1 }.squareRoot()
      }
    }
    return Reach(sizes: sizes, most: sizes.values.joined().max() ?? 0)
  }
}
