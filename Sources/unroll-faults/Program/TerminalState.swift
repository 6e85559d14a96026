import Foundation
import Processes

/// How a terminal has to be left, whatever ended its program.
enum TerminalState {
  /// Leaving the alternate screen, the cursor, the mouse, and pastes as they are, in xterm's words.
  private static let resets = ["\u{1B}[?1049l", "\u{1B}[?25h", "\u{1B}[?1000l", "\u{1B}[?2004l"]
  private static let entering = "\u{1B}[?1049h"

  /// What is missing behind the last time that the terminal was entered, in what it was sent; nil
  /// where nothing is.
  static func missing(in output: [UInt8]) -> String? {
    guard let entered = output.ranges(of: Array(entering.utf8)).last else { return nil }
    let rest = output[entered.upperBound...]
    return resets.first { !rest.contains(Array($0.utf8)) }
      .map { String($0.dropFirst()) }
  }
}

/// A signal that is sent from outside.
enum Signals {
  /// Those that end a program which does not look after them, and can be caught.
  static let ending: [Int32] =
    (1...31).filter { !([SIGKILL, SIGSTOP] + passing + stopping).contains($0) } + realTime
  /// Those that it goes on after. A file that may not grow is an error, with a sentence.
  static let passing: [Int32] = [SIGCHLD, SIGURG, SIGCONT, SIGWINCH, SIGXFSZ]
  private static let stopping: [Int32] = [SIGTSTP, SIGTTIN, SIGTTOU]
  #if canImport(Darwin)
    private static let realTime: [Int32] = []
  #else
    // 32 and 33 are the C library's own.
    private static let realTime = Array<Int32>(34...64)
  #endif
}

extension ProgramInTerminal {
  /// Sends a signal and looks at what it leaves behind; `before` are the line settings to come back,
  /// and `isRead` says whether anybody reads what the program writes.
  mutating func expectEnd(
    by signal: Int32, at place: String, before: [UInt8], isRead: Bool = true
  ) throws {
    child.kill(signal)
    let end = ContinuousClock.now + .seconds(2)
    while child.hasEnded() == nil, ContinuousClock.now < end {
      if isRead { terminal.read(within: 2) } else { usleep(2000) }
    }
    let name = "\(place), \(Ending.signal(signal))"
    guard let ending = child.hasEnded() else { throw Fault("\(name): it still ran after 2 s") }
    guard ending == .signal(signal) else { throw Fault("\(name): it ended with \(ending)") }
    guard terminal.lineSettings == before else {
      throw Fault("\(name): the line settings are not as they were")
    }
    guard isRead else { return }
    while terminal.read(within: 0) > 0 {}
    if let missing = TerminalState.missing(in: terminal.take()) {
      throw Fault("\(name): ESC \(missing) was not sent")
    }
  }
}
