import Wording

/// What the subcommands print, and what is wrong with their options.
package enum ProgramPhrases {
  /// Two models where one is opened.
  package static func twoModels(_ one: String, _ other: String) -> String {
    "two models are named, '\(one)' and '\(other)'; name one"
  }

  /// Data, or what can be weights as well, where nothing more is expected behind a model.
  package static func isData(_ file: String, orWeights: Bool) -> String {
    orWeights
      ? "'\(file)' is data or weights; give it with --input or --weights"
      : "'\(file)' is data; give it with --input \(file)"
  }

  package static func unexpected(_ argument: String) -> String {
    "Unexpected argument '\(argument)'"
  }

  // MARK: - The table of layers

  package static let columns = ["Layer (type)", "Output shape", "Parameters", "Counted as"]

  package static func model(_ name: String) -> String { "Model: \(name)" }

  /// The count of the framework that a model is from, and where that is PyTorch and counts otherwise,
  /// Keras's.
  package static func total(parameters: Int, inKeras keras: Int?) -> String {
    let total = "Total parameters: \(grouped(parameters))"
    guard let keras, keras != parameters else { return total }
    return "\(total) as PyTorch counts, with two biases in each recurrent layer; "
      + "\(grouped(keras)) as Keras does"
  }

  package static func weights(_ origin: String) -> String { "Weights: \(origin)" }

  package static func untrained(seed: UInt64) -> String { "untrained, drawn from seed \(seed)" }

  // MARK: - A trace

  package static func untrained(model: String, seed: UInt64) -> String {
    "\(model) is untrained: its weights are drawn by the initialisers of its layers, from seed \(seed)"
  }

  // MARK: - Accuracy

  package static let network = "the network"

  package static let squaredError = "mean squared error"

  package static func right(_ correct: Int, of total: Int) -> String {
    "\(grouped(correct)) of \(grouped(total))"
  }

  package static func unknownAnswers(model: String) -> String {
    "the true answers of \(model)'s observations are not known, so nothing can be judged"
  }

  // MARK: - Lessons

  package static let noLessons = "there are no lessons"

  package static func nothingWrong(lessons: Int) -> String {
    "\(counted(lessons, "lesson")), nothing wrong"
  }

  package static func wrong(lessons: Int, faults: Int) -> String {
    "\(counted(lessons, "lesson")), \(counted(faults, "fault"))"
  }

  /// What commands do that need no screen, behind their names.
  package static let printTheLesson = "print the lesson"

  // MARK: - Options

  package static let untrainedWithWeights =
    "--untrained draws fresh weights, and --weights names others; give one of them"

  package static func number(_ option: String, from: String, to: String, found: String) -> String {
    "\(option) takes a number from \(from) to \(to); found \(found)"
  }

  package static let needsInput =
    "how an input is meant is said, but no input is named; add --input FILE"

  package static func oneOf(_ one: String, _ other: String) -> String {
    "\(one) and \(other) do the same in two ways; give one of them"
  }

  package static func rows(_ option: String, found: String) -> String {
    "\(option) takes rows as FIRST:END, such as 0:800; found \(found)"
  }

  package static func step(
    _ option: String, to count: Int, in title: String, found: Int
  ) -> String {
    "\(option) takes a step from 1 to \(count) in '\(title)'; found \(found)"
  }

  package static func size(_ option: String, least: String, found: String) -> String {
    "\(option) takes at least \(least), which a lesson needs; found \(found)"
  }

  package static func needsTheScreen(_ option: String, without other: String) -> String {
    "\(option) needs the screen; \(other) has none"
  }

  package static func isThePace(_ option: String, of other: String) -> String {
    "\(option) is the pace of \(other); give both"
  }

  package static func isNoText(_ format: String) -> String {
    "\(format) is no text for a terminal; name a file with -o FILE"
  }

  // MARK: - Errors

  package static func error(_ sentence: String) -> String { "Error: \(sentence)" }
}
