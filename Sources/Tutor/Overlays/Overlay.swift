import Screen
import Vocabulary

/// Something that lies over the explorer: the help, the prompt, the list of lessons, a lesson. Each is
/// a value with a state, keys and a picture of its own; the one on top is asked first.
package protocol Overlay: Equatable, Sendable {
  /// What a key means while this lies on top. Asking changes nothing.
  func meaning(of key: Key, over explorer: Explorer) -> Meaning

  /// Carries a command out, or leaves it to what lies below.
  mutating func update(_ command: Command, over explorer: inout Explorer) -> Response

  /// Takes a key that `meaning` called typed.
  mutating func type(_ key: Key, over explorer: inout Explorer) -> Response

  /// What a line typed at the prompt comes to before it is read as a command; nil where it is one.
  func command(of line: String) -> Command?

  /// Sees what became of a command, whoever carried it out.
  mutating func watch(_ command: Command, over explorer: inout Explorer)

  /// Draws itself, over what lies below or in the place of it.
  func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas

  /// What it says to those who read lines instead of a screen; nil where the explorer speaks.
  func plainLines(over explorer: Explorer) -> [String]?
}

/// What a key means to an overlay.
package enum Meaning: Hashable, Sendable {
  /// It is for what lies below.
  case below
  /// It has no meaning, and none below either.
  case none
  case input(Input)
}

/// What became of a command or a key that was given to an overlay.
package enum Response: Sendable {
  /// It is for what lies below.
  case below
  /// It was carried out; `uncovers` where what lies above goes away by it.
  case done([Effect] = [], uncovers: Bool = false)
  /// The overlay goes away, with what lies above it.
  case closed([Effect] = [])
  /// The overlay goes away, and a line that was typed in it is carried out.
  case entered(String)
  /// A command takes the place of what was typed.
  case command(Command)
}

extension Overlay {
  package mutating func type(_ key: Key, over explorer: inout Explorer) -> Response { .done() }
  package func command(of line: String) -> Command? { nil }
  package mutating func watch(_ command: Command, over explorer: inout Explorer) {}
  package func plainLines(over explorer: Explorer) -> [String]? { nil }

  func isEqual(to other: any Overlay) -> Bool { other as? Self == self }
}
