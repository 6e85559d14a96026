import Foundation

/// A line of a terminal that is written again and again.
final class ProgressLine {
  /// How often it is written, in milliseconds.
  private static let pause = Duration.milliseconds(100)
  private static let barWidth = 20

  private let clock = ContinuousClock()
  private var written: ContinuousClock.Instant?

  /// Nil where standard output is no terminal that can do it.
  init?() {
    let kind = ProcessInfo.processInfo.environment["TERM"] ?? ""
    guard isatty(STDOUT_FILENO) == 1, !["", "dumb"].contains(kind) else { return nil }
  }

  /// Whether it has stood long enough.
  var isDue: Bool { written.map { clock.now - $0 >= Self.pause } ?? true }

  /// A bar that is full to a share.
  static func bar(_ share: Double) -> String {
    let full = Int((share * Double(barWidth)).rounded(.down))
    return String(repeating: "█", count: full) + String(repeating: "░", count: barWidth - full)
  }

  /// Shows the first of some texts that there is room for.
  func show(_ texts: [String]) throws {
    let text = texts.first { $0.count < width } ?? ""
    try Output.rewrite(text)
    written = clock.now
  }

  /// Takes it away.
  func clear() throws {
    if written != nil { try Output.rewrite("") }
    written = nil
  }

  private var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
