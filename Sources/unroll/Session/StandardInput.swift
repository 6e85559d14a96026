import Foundation

/// Standard input, where a table came through it and keys are to come from the terminal.
enum StandardInput {
  /// Puts the terminal that is written to in the place of a pipe that has been read; where there is
  /// none, who then wants keys says so.
  static func isKeyboardAgain() {
    guard isatty(STDIN_FILENO) == 0, let name = ttyname(STDOUT_FILENO) else { return }
    let terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { return }
    dup2(terminal, STDIN_FILENO)
    close(terminal)
  }
}
