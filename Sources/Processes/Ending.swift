import Foundation

/// How a process ended.
package enum Ending: Hashable, Sendable, CustomStringConvertible {
  /// By itself, with a status.
  case exit(Int32)
  /// By a signal.
  case signal(Int32)

  /// The ending that `wait` tells by a number.
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exit((status >> 8) & 0xFF) : .signal(signal)
  }

  /// "exit status 1", "signal 11 (segmentation fault)".
  package var description: String {
    switch self {
    case .exit(let status): "exit status \(status)"
    case .signal(let number):
      "signal \(number) (\(String(cString: strsignal(number)).lowercased()))"
    }
  }
}
