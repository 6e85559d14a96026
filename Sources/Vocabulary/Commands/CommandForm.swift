/// How a command is written and what it does: the source of reading, of the help screen, of
/// completion and of every sentence that says what was expected.
package struct CommandForm: Sendable {
  /// The first word.
  package let name: String
  /// The words after it, as a reader would write them.
  package let arguments: String
  /// One sentence without its full stop.
  package let summary: String
  /// What may stand behind it while it is typed.
  package let completions: [Completion]
  /// The command of the words after the first; nil for words that it does not take.
  let read: @Sendable ([String]) throws(CommandError) -> Command?

  /// Every command, in the order in which the help lists them.
  package static let all: [CommandForm] =
    Navigation.forms + Viewing.forms + Playing.forms + Changing.forms + Asking.forms
    + Training.forms + Guessing.forms + Marking.forms + Overlaying.forms + Listing.forms
    + LessonStep.forms
    + Travelling.forms

  init(
    _ name: String, _ arguments: String, _ summary: String, completing: [Completion] = [],
    read: @escaping @Sendable ([String]) throws(CommandError) -> Command?
  ) {
    self.name = name
    self.arguments = arguments
    self.summary = summary
    completions = completing
    self.read = read
  }

  /// A command of one word.
  init(_ name: String, _ summary: String, _ command: Command) {
    self.init(name, "", summary) { words throws(CommandError) in words.isEmpty ? command : nil }
  }

  /// A command of two words, the second read by `argument`.
  init(
    _ name: String, _ arguments: String, _ summary: String, completing: [Completion] = [],
    argument: @escaping @Sendable (String) -> Command?
  ) {
    self.init(name, arguments, summary, completing: completing) { words throws(CommandError) in
      words.count == 1 ? argument(words[0]) : nil
    }
  }
}
