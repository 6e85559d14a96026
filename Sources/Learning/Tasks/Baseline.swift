import Engine
import ModelFiles

/// A rule that needs no network.
///
/// Most see one thing of an observation, its group, and answer with the mean true answer of the training
/// examples in that group. With a single group this is the share of each answer, so that its accuracy is
/// that of always giving the most frequent one; for a number it is the mean. No rule that sees as little
/// has a smaller loss in training.
package struct Baseline: Sendable {
  /// What it goes by; `Phrases` says it.
  package let rule: Rule
  private let way: Way

  private enum Way: Sendable {
    case means(group: @Sendable (Observation) -> Int)
    case answer(@Sendable (Observation) -> [Float])
  }

  /// A rule that sees the group of an observation.
  init(_ rule: Rule, group: @escaping @Sendable (Observation) -> Int = { _ in 0 }) {
    self.rule = rule
    way = .means(group: group)
  }

  /// A rule that learns nothing.
  init(_ rule: Rule, answer: @escaping @Sendable (Observation) -> [Float]) {
    self.rule = rule
    way = .answer(answer)
  }

  /// What a rule looks at.
  package enum Rule: Hashable, Sendable {
    /// Nothing: always the same answer.
    case always
    /// What the last timestep has of what is asked.
    case asLast
    /// Whether the last day was wet.
    case asToday
    /// The last event among so many timesteps at the end.
    case recentEvent(timesteps: Int)
    /// The second of the two marked numbers, to a tenth.
    case secondNumber
    /// The ones behind the first timestep.
    case withoutFirst
    /// Whether as many brackets open as close.
    case equalCounts
    /// The last timestep.
    case lastSymbol
  }

  /// How well a rule does on test examples.
  package struct Score: Hashable, Sendable {
    package let rule: Rule
    package let measure: Measure
  }

  /// Learns its answers from training examples and judges them by test examples, of which there has to
  /// be one each. A group that the training does not have gets the mean of all.
  package func score(
    _ answer: TaskAnswer, training: [LabelledExample], test: [LabelledExample]
  ) -> Score {
    precondition(!training.isEmpty && !test.isEmpty, "a rule is learnt and judged by examples")
    let respond = learnt(from: training)
    var tally = Tally()
    for example in test {
      let found = respond(example.observation)
      for start in stride(from: 0, to: found.count, by: answer.units) {
        let row = start..<start + answer.units
        tally.loss += answer.loss.row(found[row], sums: nil, target: example.target[row]).loss
        tally.rows += 1
        tally.count(found[row], answer.loss, target: example.target[row])
      }
    }
    return Score(rule: rule, measure: tally.measure)
  }

  private func learnt(from training: [LabelledExample]) -> (Observation) -> [Float] {
    switch way {
    case .answer(let answer): return answer
    case .means(let group):
      let all = mean(training)
      let answers = Dictionary(grouping: training) { group($0.observation) }.mapValues(mean)
      return { answers[group($0)] ?? all }
    }
  }

  private func mean(_ examples: [LabelledExample]) -> [Float] {
    var sums = [Double](repeating: 0, count: examples[0].target.count)
    for example in examples {
      for (place, value) in example.target.enumerated() { sums[place] += Double(value) }
    }
    return sums.map { Float($0 / Double(examples.count)) }
  }
}

extension LearningTask {
  /// How well each rule does that needs no network.
  package func baselineScores(
    training: [LabelledExample], test: [LabelledExample]
  ) -> [Baseline.Score] {
    baselines.map { $0.score(answer, training: training, test: test) }
  }
}
