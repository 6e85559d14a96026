import Wording

/// Why there is no screen to draw on.
package enum TerminalError: Error, Hashable, Sendable {
  case outputIsNoTerminal
  case inputIsNoTerminal
  case terminalNotNamed
  case terminalUnknown(String)
  case terminalTooSimple(String)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .outputIsNoTerminal:
      "standard output is not a terminal; \(TerminalError.printing)"
    case .inputIsNoTerminal:
      "standard input is not a terminal, so no key can be read; \(TerminalError.printing)"
    case .terminalNotNamed:
      "TERM is not set, so the terminal's kind is unknown; \(TerminalError.remedy)"
    case .terminalUnknown(let name):
      "TERM is '\(Cleaning.text(name))', which this system does not know; \(TerminalError.remedy)"
    case .terminalTooSimple(let name):
      "TERM is '\(Cleaning.text(name))', a terminal that cannot place its cursor; "
        + TerminalError.printing
    }
  }

  private static let printing =
    "'unroll summary', 'unroll trace' and 'unroll frame' print what the screen shows"
  private static let remedy =
    "set it (TERM=xterm-256color, for example), or use what prints: "
    + "'unroll summary', 'unroll trace' or 'unroll frame'"
}
