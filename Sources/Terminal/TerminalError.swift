import Wording

/// Why there is no screen to draw on.
package enum TerminalError: Error, Hashable, Sendable {
  case outputIsNoTerminal
  case inputIsNoTerminal
  case terminalNotNamed
  case terminalUnknown(String)
  case terminalTooSimple(String)
  case noMemory
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    sentence(
      instead: ["unroll summary", "unroll trace", "unroll frame"],
      print: "print what the screen shows")
  }

  /// The reason, and the commands that do without a screen: `print` says what they do.
  package func sentence(instead commands: [String], print: String) -> String {
    let names = commands.map { "'\($0)'" }
    let printing = "\(Self.list(names, "and")) \(print)"
    let remedy =
      "set it (TERM=xterm-256color, for example), or use what prints: \(Self.list(names, "or"))"
    return switch self {
    case .outputIsNoTerminal:
      "standard output is not a terminal; \(printing)"
    case .inputIsNoTerminal:
      "standard input is not a terminal, so no key can be read; \(printing)"
    case .terminalNotNamed:
      "TERM is not set, so the terminal's kind is unknown; \(remedy)"
    case .terminalUnknown(let name):
      "TERM is '\(Cleaning.text(name))', which this system does not know; \(remedy)"
    case .terminalTooSimple(let name):
      "TERM is '\(Cleaning.text(name))', a terminal that cannot place its cursor; \(printing)"
    case .noMemory:
      "there is no memory for a screen, or no descriptor; \(printing)"
    }
  }

  private static func list(_ names: [String], _ conjunction: String) -> String {
    let first = names.dropLast().joined(separator: ", ")
    return [first, names.last ?? ""].filter { !$0.isEmpty }.joined(separator: " \(conjunction) ")
  }
}
