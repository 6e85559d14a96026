import Foundation
import Processes

/// A worker that runs, as the crew sees it.
final class Hand {
  /// A trial that has ended, with what went wrong.
  struct Ended {
    let trial: Int
    let sentence: String?
    let seconds: Double
  }

  let kind: Int
  /// The trials that have not begun.
  private(set) var left: Range<Int>
  /// Whether it is at its end, and all that it said was read.
  private(set) var isThrough = false
  private(set) var memory = 0.0
  private var child: Child
  private let reading: Int32
  private let errors: String
  /// Where the trial with a number has its folder.
  private let folder: (Int) -> String
  private var bytes: [UInt8] = []
  private var hasBegun = false
  private var current: (trial: Int, since: ContinuousClock.Instant)?

  init(
    _ command: [String], kind: Int, trials: Range<Int>, errors: String,
    folder: @escaping (Int) -> String
  ) throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw ProcessError("there is no pipe to be had, errno \(errno)") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var environment = ProcessInfo.processInfo.environment
    // A trap is to end the worker at once, without a search for its lines.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    child = try Child(
      command, environment: environment, input: .reading("/dev/null"),
      output: .descriptor(ends[1]), errors: .writing(errors))
    close(ends[1])
    reading = ends[0]
    self.kind = kind
    self.errors = errors
    self.folder = folder
    left = trials
  }

  deinit {
    close(reading)
    unlink(errors)
  }

  /// Waits until one of them says something, a little while at most.
  static func wait(for hands: [Hand]) {
    var sources = hands.map { pollfd(fd: $0.reading, events: Int16(POLLIN), revents: 0) }
    _ = poll(&sources, nfds_t(sources.count), 200)
  }

  /// Reads what it has said, without waiting.
  func read() -> [Ended] {
    var source = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    guard !isThrough, poll(&source, 1, 0) > 0 else { return [] }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(reading, &chunk, chunk.count)
    if count <= 0 {
      _ = child.wait(within: .seconds(10))
      memory = child.peakMemory
      isThrough = true
      return []
    }
    bytes += chunk[..<count]
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    let lines = bytes[..<end].split(separator: UInt8(ascii: "\n"))
    bytes.removeFirst(end + 1)
    return lines.compactMap { note(Report(line: String(decoding: $0, as: UTF8.self))) }
  }

  private func note(_ report: Report?) -> Ended? {
    switch report {
    case nil: return nil
    case .began(let trial):
      hasBegun = true
      current = (trial, .now)
      left = (trial + 1)..<max(trial + 1, left.upperBound)
      return nil
    case .passed(let trial): return ended(trial, nil)
    case .failed(let trial, let sentence): return ended(trial, sentence)
    }
  }

  private func ended(_ trial: Int, _ sentence: String?) -> Ended {
    let since = current?.since ?? .now
    current = nil
    return Ended(trial: trial, sentence: sentence, seconds: (.now - since).seconds)
  }

  /// Stops it where its trial takes longer than that, and gives the trial with what it was about to do.
  func stop(after patience: Int) -> (trial: Int, words: String)? {
    guard !isThrough, let current, .now - current.since > .seconds(patience) else { return nil }
    child.kill(SIGKILL)
    _ = child.wait(within: .seconds(10))
    self.current = nil
    memory = child.peakMemory
    isThrough = true
    return (current.trial, lastWords(of: current.trial))
  }

  /// The trial that ended the worker, where one did.
  func collapsed() -> (trial: Int, sentence: String, seconds: Double)? {
    guard isThrough else { return nil }
    if let current {
      self.current = nil
      let said = lastWords(of: current.trial) + Self.firstWords(of: errors)
      let ending = child.ending?.description ?? "no end"
      return (current.trial, "it ended by \(ending)\(said)", (.now - current.since).seconds)
    }
    // One that says nothing at all would be started again for ever.
    guard !left.isEmpty, let ending = child.ending, !hasBegun || ending != .exit(0) else {
      return nil
    }
    let trial = left.lowerBound
    left = (trial + 1)..<left.upperBound
    return (trial, "the worker ended by \(ending)\(Self.firstWords(of: errors))", 0)
  }

  /// What the trial was about to do; its folder, which it left behind, goes away.
  private func lastWords(of trial: Int) -> String {
    let folder = folder(trial)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return Self.firstWords(of: "\(folder)/\(Trial.noteName)")
  }

  private static func firstWords(of file: String) -> String {
    let data = FileManager.default.contents(atPath: file) ?? Data()
    let text = String(decoding: data.prefix(400), as: UTF8.self)
    return text.isEmpty ? "" : ": " + Report.onOneLine(text)
  }
}

extension Duration {
  /// The duration as a number of seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
