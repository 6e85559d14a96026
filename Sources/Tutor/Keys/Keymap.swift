import Phrases
import Screen
import Vocabulary

/// The one table of keys. The footer, the help screen and the README's table are made from it.
package enum Keymap {
  /// What is in front of the user, and so what a key means.
  package enum Context: CaseIterable, Hashable, Sendable {
    case screen(Command.ScreenName)
    /// The help, laid over the screen.
    case help
    /// A lesson, whose keys come before those of its screen.
    case lesson
    /// The same while a question is open.
    case question
    /// The list of lessons, laid over the screen.
    case lessons
    /// The list of observations, laid over the screen.
    case observations

    package static var allCases: [Context] {
      Command.ScreenName.allCases.map(Context.screen) + [
        .help, .lesson, .question, .lessons, .observations,
      ]
    }
  }

  /// Keys that belong together, as one entry of the footer and one line of the help.
  package struct Group: Sendable {
    /// The keys as a reader sees them: "← →".
    package let keys: String
    /// One or two words for the footer.
    package let label: String
    /// The same for a narrow one.
    package let shortLabel: String
    /// One sentence for the help, without its full stop.
    package let summary: String
    /// What each key does.
    package let bindings: [(key: Key, command: Command)]
    /// Where they work; a list, as the first screen is to come soon (see the rules in Sources/README.md).
    package let contexts: [Context]
    /// Which entries stay when the footer is too narrow for all: 0 stays longest.
    package let rank: Int

    /// Whether they do something only where there are epochs: a file is followed, or a network learns.
    package var isForFollowing: Bool {
      bindings.allSatisfy { if case .navigation(.epoch) = $0.command { true } else { false } }
    }

    init(
      _ keys: String, _ label: String, short: String? = nil, _ summary: String, rank: Int,
      in contexts: [Context], _ bindings: [(Key, Command)]
    ) {
      self.keys = keys
      self.label = label
      shortLabel = short ?? label
      self.summary = summary
      self.rank = rank
      self.contexts = contexts
      self.bindings = bindings.map { (key: $0.0, command: $0.1) }
    }
  }

  /// What `x` begins: the tutor puts the address under the cursor behind it.
  static let whatIf = "clamp"

  /// What `f` begins in the list of observations.
  static let listed = "where"

  /// The table as the README has it.
  package static var markdown: String {
    (["| \(HelpPhrases.table.joined(separator: " | ")) |", "|---|---|"]
      + groups.map { "| `\($0.keys)` | \($0.summary) |" }).joined(separator: "\n")
  }

  /// The command of a key, with the count that was typed before it.
  ///
  /// A count multiplies a distance ("3 →" is three timesteps) and names a place for `g` and `G`
  /// ("12 g" is timestep 12).
  package static func command(for key: Key, in context: Context, count: Int?) -> Command? {
    guard let command = commands.first(where: { $0.context == context })?.commands[key]
    else { return nil }
    return count.map { command.repeated($0) } ?? command
  }

  /// The table by context and key; where two groups have one key, the first.
  private static let commands: [(context: Context, commands: [Key: Command])] =
    Context.allCases.map { context in
      let bindings = groups.filter { $0.contexts.contains(context) }.flatMap(\.bindings)
      return (
        context,
        Dictionary(bindings.map { ($0.key, $0.command) }, uniquingKeysWith: { first, _ in first })
      )
    }

  /// The digit of a count that a key is: any but a leading 0.
  static func digit(_ key: Key, after count: Int?) -> Int? {
    guard case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return nil }
    return digit
  }

  /// The key that a lesson calls by a name: a character, or `left`, `enter`, `space`.
  package static func key(named name: String) -> Key? {
    switch name {
    case "left": .left
    case "right": .right
    case "up": .up
    case "down": .down
    case "enter": .enter
    case "tab": .tab
    case "esc": .escape
    case "space": .character(" ")
    case "home": .home
    case "end": .end
    default: name.count == 1 ? name.first.map(Key.character) : nil
    }
  }

  /// What a lesson calls a key; nil for one that has no name there.
  package static func name(of key: Key) -> String? {
    switch key {
    case .left: "left"
    case .right: "right"
    case .up: "up"
    case .down: "down"
    case .enter: "enter"
    case .tab: "tab"
    case .escape: "esc"
    case .character(" "): "space"
    case .home: "home"
    case .end: "end"
    case .character(let character): String(character)
    default: nil
    }
  }
}
