import Foundation
import Processes

/// One fault that was found once, with the ending that it has to have.
struct NamedCase: Sendable {
  let name: String
  let run: @Sendable (inout Trial) throws -> Void

  init(_ name: String, _ run: @escaping @Sendable (inout Trial) throws -> Void) {
    self.name = name
    self.run = run
  }

  /// Those that take a moment, then those that take their time.
  static let all = quick + slow
  static let quick = state + drafts + numbers + streams + files + terminals
  static let slow = memory + slowness
}

extension Kind {
  static let namedCases = Kind(
    name: "named-cases",
    sentence: "Faults that were found once, one by one: a sentence, an exit status, a file kept.",
    quick: Amount(trials: NamedCase.quick.count), long: Amount(trials: NamedCase.all.count),
    batch: 5, patience: 200
  ) { trial in
    let fault = NamedCase.all[trial.index % NamedCase.all.count]
    trial.note(fault.name)
    do { try fault.run(&trial) } catch { throw Fault("\(fault.name): \(error)") }
  }
}

extension Outcome {
  /// - Throws: a `Fault` unless it ended with one of these statuses and, where that is none of
  ///   success, said why in words that are safe to print.
  @discardableResult
  func expect(_ statuses: Int32..., text wanted: String? = nil) throws -> Outcome {
    guard case .exit(let status) = ending, statuses.contains(status) else {
      throw Fault("it ended with \(ending): \(errorText.prefix(300))")
    }
    if status != 0, errors.isEmpty { throw Fault("it said nothing") }
    if let found = Unclean.first(in: errors) { throw Fault("standard error holds \(found)") }
    if let wanted, !errorText.contains(wanted), !text.contains(wanted) {
      throw Fault("'\(wanted)' is not in what it said: \(errorText.prefix(300))")
    }
    return self
  }

  /// - Throws: a `Fault` where it took more than so many MiB.
  func expect(memoryBelow limit: Double) throws {
    guard peakMemory <= limit else {
      throw Fault("it took \(Int(peakMemory)) MiB; the limit is \(Int(limit))")
    }
  }
}

extension Trial {
  /// Where the program keeps what was done and copied.
  static let state = "home/.local/state/unroll"

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  /// Makes a pipe that lies in a folder.
  func makePipe(_ name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    guard mkfifo(path(name), 0o600) == 0 else { throw Fault("there is no pipe to be had") }
  }

  /// Plays a lesson on the screen as far as its second step, and leaves.
  func playAStep(limits: String? = nil) throws {
    var program = try open(["play", "2"], limits: limits)
    program.terminal.press("n")
    program.terminal.read(untilQuiet: 100, within: .seconds(2))
    program.terminal.press("n")
    program.terminal.read(untilQuiet: 100, within: .seconds(2))
    try program.expectQuit("a lesson")
  }
}
