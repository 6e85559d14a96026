import Engine
import ModelFiles

extension Loss {
  /// What a network is to make small where the truth is such an answer; nil where it does not give as many
  /// numbers.
  ///
  /// A network of another last layer than the answer takes is judged by how far it is off.
  package static func suiting(_ plan: NetworkPlan, _ answer: TaskAnswer) -> Loss? {
    guard plan.failure == nil, plan.layers.last?.units == answer.units else { return nil }
    return answer.suits(plan.answeringCurve) ? answer.loss : .meanSquaredError
  }

  /// This loss of one observation, as what the gradients of a trace are those of.
  package func objective(target: [Float]) -> Objective {
    .loss { pass in
      let lost = BatchLoss(of: pass.answers, self, targets: target, rows: 1)
      return Objective.Start(lost.gradient, isBeforeCurve: lost.isBeforeCurve)
    }
  }
}

extension Objective {
  /// The loss of an observation where its true answer is known and is one number, and otherwise the answer
  /// itself.
  package static func of(_ facts: ObservationFacts, _ plan: NetworkPlan) -> Objective {
    let truth = facts.target.map { $0 ? 1 : 0 } ?? facts.truth?.value
    let isYesOrNo = facts.target != nil || facts.truth?.isYes != nil
    guard let truth, plan.layers.last?.handsOnSequence == false,
      let loss = Loss.suiting(plan, isYesOrNo ? .yesOrNo : .number)
    else { return .answer }
    return loss.objective(target: [truth])
  }
}
