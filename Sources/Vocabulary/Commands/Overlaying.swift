/// What is laid over the screen: the help, the prompt, the list of lessons, a lesson.
package enum Overlaying: CommandGroup {
  /// Opens the list of keys and commands, or closes it.
  case help
  /// Opens the line to type commands in, with some text in it.
  case prompt(String)
  /// Opens the list of lessons, or closes it.
  case lessons
  /// Opens a lesson by its number or name; nil leaves the one that is open.
  case lesson(String?)

  package static let forms = [
    CommandForm("help", "list the keys and the commands", .help),
    CommandForm("prompt", "TEXT", "type a command") { words throws(CommandError) in
      .prompt(words.joined(separator: " "))
    },
    CommandForm("lessons", "open the list of lessons", .lessons),
    CommandForm("lesson", "6 | 06-what-leaves | none", "open a lesson, or leave it") {
      .lesson($0 == "none" ? nil : $0)
    },
  ]

  package var description: String {
    switch self {
    case .help: "help"
    case .prompt(let text): text.isEmpty ? "prompt" : "prompt \(text)"
    case .lessons: "lessons"
    case .lesson(let name): "lesson \(name ?? "none")"
    }
  }

  package var isForLessons: Bool { false }
}

extension Command {
  package static let help = overlaying(.help)
  package static func prompt(_ text: String) -> Command { .overlaying(.prompt(text)) }
  package static let lessons = overlaying(.lessons)
  package static func lesson(_ name: String?) -> Command { .overlaying(.lesson(name)) }
}
