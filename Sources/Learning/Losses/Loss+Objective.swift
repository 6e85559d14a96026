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
  /// The loss of an observation where its true answer is known as the network gives one, and otherwise the
  /// answer itself.
  package static func of(_ facts: ObservationFacts, _ plan: NetworkPlan) -> Objective {
    guard let last = plan.layers.last,
      let known = last.handsOnSequence ? facts.knownEachTimestep : facts.known,
      let loss = Loss.suiting(plan, known.answer)
    else { return .answer }
    let rows = known.target.count / known.answer.units
    // Behind a layer that makes fewer timesteps of its input there are fewer answers.
    if last.handsOnSequence, last.outputShape.dimensions[1] != rows { return .answer }
    return loss.objective(target: known.target)
  }
}

extension ObservationFacts {
  /// The true answer as a network gives it after the last timestep.
  fileprivate var known: (answer: TaskAnswer, target: [Float])? {
    if let choice {
      return (.classes(choice.names), choice.names.indices.map { $0 == choice.index ? 1 : 0 })
    }
    if let target { return (.yesOrNo, [target ? 1 : 0]) }
    return truth.map { ($0.isYes == nil ? .number : .yesOrNo, [$0.value]) }
  }

  /// The same after each timestep, where it is asked there.
  fileprivate var knownEachTimestep: (answer: TaskAnswer, target: [Float])? {
    targets.map { (.yesOrNo, $0.map { $0 ? 1 : 0 }) }
  }
}
