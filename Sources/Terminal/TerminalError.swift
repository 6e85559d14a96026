/// Why the tutor cannot open on this terminal.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard output goes into a pipe or a file.
  case outputIsNoTerminal
  /// Standard input comes from a pipe or a file.
  case inputIsNoTerminal
  /// TERM is not set.
  case noName
  /// No description of this terminal is installed.
  case unknown(name: String)
  /// The terminal cannot move its cursor.
  case cannotDraw(name: String)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    let printing = "to print instead, use: unroll frame, unroll summary or unroll trace"
    switch self {
    case .outputIsNoTerminal:
      return "the tutor needs a terminal, and standard output is none; \(printing)"
    case .inputIsNoTerminal:
      return "the tutor reads keys, and standard input is no terminal; \(printing)"
    case .noName:
      return "TERM is not set, so the terminal's ways are unknown; "
        + "set it, for example TERM=xterm-256color; \(printing)"
    case .unknown(let name):
      return "TERM names '\(name)', which is not known here; "
        + "set it to a known one, for example TERM=xterm-256color; \(printing)"
    case .cannotDraw(let name):
      return "TERM names '\(name)', a terminal without a cursor to move; \(printing)"
    }
  }
}
