import Engine

/// A task whose sequences are drawn, at one length: a new one is a `DrawnRule` and a case here.
package enum DrawnTask: Hashable, Sendable {
  case adding(AddingRule)
  case parity(ParityRule)
  case brackets(BracketsRule)
  case copy(CopyRule)

  /// The tasks by name.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case adding, parity, brackets, copy

    /// How long its sequences may be: the timesteps, of `copy` the gap.
    package var lengths: ClosedRange<Int> {
      switch self {
      case .adding: AddingRule.lengths
      case .parity: ParityRule.lengths
      case .brackets: BracketsRule.lengths
      case .copy: CopyRule.lengths
      }
    }

    /// Its length where a sequence has so many timesteps.
    package func length(timesteps: Int) -> Int { self == .copy ? timesteps - 1 : timesteps }
  }

  /// A task at a length; nil where it does not come in that. Only of `parity` it is a choice whether it is
  /// asked after each timestep.
  package init?(_ kind: Kind, length: Int, answersEachTimestep: Bool = true) {
    guard kind.lengths.contains(length) else { return nil }
    switch kind {
    case .adding: self = .adding(AddingRule(timesteps: length))
    case .parity:
      self = .parity(ParityRule(timesteps: length, answersEachTimestep: answersEachTimestep))
    case .brackets: self = .brackets(BracketsRule(timesteps: length))
    case .copy: self = .copy(CopyRule(gap: length))
    }
  }

  package var kind: Kind {
    switch self {
    case .adding: .adding
    case .parity: .parity
    case .brackets: .brackets
    case .copy: .copy
    }
  }

  /// The timesteps, of `copy` the gap.
  package var length: Int { kind.length(timesteps: rule.timesteps) }

  package var rule: any DrawnRule {
    switch self {
    case .adding(let rule): rule
    case .parity(let rule): rule
    case .brackets(let rule): rule
    case .copy(let rule): rule
    }
  }
}

/// How the sequences of a task are drawn, and what is true of them.
///
/// They never end; example n of a seed is the same on every machine, whichever were drawn before.
package protocol DrawnRule: Hashable, Sendable {
  var timesteps: Int { get }
  /// What arrives at each timestep.
  var features: [Feature] { get }

  /// One sequence and its true answer. A part may be drawn otherwise than the other.
  func draw(_ generator: inout SplitMix64, of part: TaskPart) -> LabelledExample
  /// One character for a timestep with these numbers; nil where none fits.
  func symbol(_ row: ArraySlice<Float>) -> Character?
  /// What is known of a timestep beside its numbers.
  func facts(_ row: ArraySlice<Float>, at timestep: Int) -> TimestepFacts
  /// The true answer by what stands at each timestep, in the words of `facts`; nil where that does not
  /// tell it.
  func truth(of timesteps: [TimestepFacts]) -> DrawnTruth?
  /// The true answer of an example.
  func truth(of example: LabelledExample) -> DrawnTruth?
}

/// What is true of a sequence that was drawn.
package struct DrawnTruth: Hashable, Sendable {
  /// Yes or no, if it ended at each timestep.
  package var truths: [Bool]?
  /// Whether that is asked after each timestep, and not after the last one alone.
  package var isAskedEachTimestep = false
  /// One of several.
  package var choice: ObservationFacts.Choice?
  /// A number, and what it is.
  package var value: ObservationFacts.Truth?
}

extension DrawnRule {
  /// The true answer of an example, which its timesteps tell where nothing else is said.
  package func truth(of example: LabelledExample) -> DrawnTruth? {
    truth(of: facts(example.observation))
  }

  /// What is known of each timestep of an observation.
  func facts(_ observation: Observation) -> [TimestepFacts] {
    (0..<observation.timesteps).map { facts(observation[$0], at: $0) }
  }

  /// One example of a part; `index` counts from 0.
  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    var generator = SplitMix64(seed: seed, stream: part.stream(index))
    return draw(&generator, of: part)
  }
}
