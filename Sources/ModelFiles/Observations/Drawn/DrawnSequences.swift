import Engine

/// The sequences of a task, drawn when they are asked for: sequence n is example n of its test, from which
/// nothing is learnt.
package struct DrawnSequences: Hashable, Sendable {
  package let task: DrawnTask
  /// What draws them; the same as that of a training, whose own examples are others.
  package let seed: UInt64

  package init(_ task: DrawnTask, seed: UInt64) {
    self.task = task
    self.seed = seed
  }

  /// A sequence with its true answer as a network is to give it.
  package func example(_ index: Int) -> LabelledExample {
    task.rule.example(index, of: .test, seed: seed)
  }
}

extension DrawnSequences: ObservationSeries {
  var observationCount: Int? { nil }
  var timesteps: Int { task.rule.timesteps }
  var featureCount: Int { task.rule.features.count }
  var source: String { task.kind.rawValue }

  func observation(_ index: Int) -> Observation { example(index).observation }

  func facts(_ index: Int) -> ObservationFacts {
    ObservationFacts(index: index, kind: .drawn(task.kind), split: .fresh)
      .with(task.rule.truth(of: example(index)))
  }

  func timesteps(of index: Int) -> [TimestepFacts] { task.rule.facts(observation(index)) }

  func truths(of timesteps: [TimestepFacts]) -> [Bool]? {
    task.rule.truth(of: timesteps)?.truths
  }

  func told(_ facts: ObservationFacts, of timesteps: [TimestepFacts]) -> ObservationFacts {
    facts.with(task.rule.truth(of: timesteps))
  }
}

extension ObservationFacts {
  /// The same with what is true, or with nothing known of it.
  fileprivate func with(_ truth: DrawnTruth?) -> ObservationFacts {
    var facts = self
    facts.target = truth?.truths?.last
    facts.targets = truth?.isAskedEachTimestep == true ? truth?.truths : nil
    facts.choice = truth?.choice
    facts.truth = truth?.value
    return facts
  }
}
