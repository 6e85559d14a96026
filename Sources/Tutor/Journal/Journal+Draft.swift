import Documents
import Phrases
import Vocabulary
import Wording

extension Journal {
  /// A lesson that does what was done, a step for each place that was kept.
  ///
  /// `model` is what a lesson calls the model, where that is not its name; `remarks` stand at its
  /// head.
  package func draft(model: String? = nil, remarks: [String] = []) -> String {
    let opening = opening
    var steps: [[Command]] = [[]]
    for command in commands {
      if case .marking(.mark) = command, steps[steps.count - 1].isEmpty == false {
        steps.append([])
      }
      steps[steps.count - 1].append(command)
    }
    let lesson = JSON.object([
      ("title", .string(DraftPhrases.title)),
      ("model", .string(model ?? opening.model)),
      ("observation", .number("\(opening.observation)")),
      ("steps", .array(steps.map(Self.step))),
    ])
    return remarks.map { "# \(Cleaning.text($0))\n" }.joined() + lesson.yaml
  }

  private static func step(_ commands: [Command]) -> JSON {
    let say = (key: "say", value: JSON.string(DraftPhrases.sentence))
    guard !commands.isEmpty else { return .object([say]) }
    return .object([say, ("do", .array(commands.map { .string("\($0)") }))])
  }
}
