import Foundation

/// What something took: time, and memory beside what was there before.
struct Effort {
  let seconds: Double
  /// In bytes; 0 where the system does not tell.
  let memory: Int

  /// Does something and says what that took.
  static func measure(_ body: () throws -> Void) rethrows -> Effort {
    let before = start()
    let clock = ContinuousClock()
    let time = try clock.measure(body)
    let (seconds, attoseconds) = time.components
    return Effort(
      seconds: Double(seconds) + Double(attoseconds) / 1e18,
      memory: max(0, status("VmHWM:") - before))
  }

  /// Begins a new highest mark of memory, and gives what there is now.
  private static func start() -> Int {
    let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
    if file >= 0 {
      _ = write(file, "5", 1)
      close(file)
    }
    return status("VmRSS:")
  }

  private static func status(_ key: String) -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key) }),
      let number = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Int($0) })
    else { return 0 }
    return number * 1024
  }
}
