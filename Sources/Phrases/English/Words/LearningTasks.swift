import Learning
import ModelFiles

extension TaskKind {
  /// What is asked, in one sentence.
  package var sentence: String {
    switch self {
    case .latch: "A 7 sets, a 3 clears, other symbols do nothing: is it set at the end?"
    case .weather: "Fifty days of Seattle weather: does it rain on the day after?"
    case .adding: "Two numbers of a sequence are marked: what is their sum?"
    case .parity: "Zeros and ones: is the number of ones odd?"
    case .brackets: "Brackets among letters: are they balanced?"
    case .copy: "Letters, one of which is marked, the capital: which letter was it?"
    case .data: "Your own sequences and their true answers."
    }
  }
}

extension TaskKind {
  /// What the last number of a network says that answers yes or no; nil for any other.
  package var meaning: OutputMeaning? {
    switch self {
    case .latch:
      OutputMeaning(
        label: "set at the end", positive: "it is set", negative: "it is not set", threshold: 0.5)
    case .weather:
      OutputMeaning(
        label: "rain tomorrow", positive: "it rained", negative: "it stayed dry", threshold: 0.5)
    case .parity:
      OutputMeaning(
        label: "an odd number of ones", positive: "it is odd", negative: "it is even",
        threshold: 0.5)
    case .brackets:
      OutputMeaning(
        label: "balanced", positive: "they are balanced", negative: "they are not balanced",
        threshold: 0.5)
    case .adding, .copy, .data: nil
    }
  }
}

extension Baseline.Rule {
  /// What the rule is called.
  package var name: String {
    switch self {
    case .always: "always the same answer"
    case .asLast: "as the last timestep"
    case .asToday: "tomorrow as today"
    case .recentEvent(let timesteps): "the last \(timesteps) timesteps"
    case .secondNumber: "the second number"
    case .withoutFirst: "all but the first"
    case .equalCounts: "equal counts"
    case .lastSymbol: "the last symbol"
    }
  }

  /// How its answer comes about.
  package var sentence: String {
    switch self {
    case .always: "It gives every sequence the mean of the training answers."
    case .asLast: "It repeats the value of the last timestep."
    case .asToday: "It expects rain after a wet day, and none after a dry one."
    case .recentEvent(let timesteps):
      "It knows the last 7 or 3 among the last \(timesteps) timesteps, and nothing before them."
    case .secondNumber:
      "It knows the second marked number to a tenth, and expects 0.5 for the first."
    case .withoutFirst: "It knows whether the ones behind the first timestep are odd."
    case .equalCounts: "It knows whether as many brackets open as close, but not their order."
    case .lastSymbol: "It knows the letter at the last timestep, marked or not, and none before it."
    }
  }
}
