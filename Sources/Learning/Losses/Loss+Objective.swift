import Engine
import ModelFiles

extension Loss {
  /// The loss that suits what leaves a network whose true answer is one number; nil where there are
  /// several outputs, or one at each timestep.
  package static func suiting(_ plan: NetworkPlan) -> Loss? {
    guard let last = plan.layers.last, plan.failure == nil, last.units == 1, !last.handsOnSequence
    else { return nil }
    return (last.layer.settings as? Dense)?.activation == .sigmoid
      ? .binaryCrossEntropy : .meanSquaredError
  }

  /// This loss of one observation, as what the gradients of a trace are those of.
  package func objective(target: [Float]) -> Objective {
    .loss { pass in
      let lost = BatchLoss(of: pass, self, targets: target, weights: [1], rows: 1)
      return Objective.Start(lost.gradient, isBeforeCurve: lost.isBeforeCurve)
    }
  }
}

extension Objective {
  /// The loss of an observation where its true answer is known, and otherwise the answer itself.
  package static func of(_ facts: ObservationFacts, _ plan: NetworkPlan) -> Objective {
    let truth = facts.target.map { $0 ? 1 : 0 } ?? facts.truth?.value
    guard let truth, let loss = Loss.suiting(plan) else { return .answer }
    return loss.objective(target: [truth])
  }
}
