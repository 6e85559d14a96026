import ArgumentParser
import Foundation
import Processes

/// One build of the program as a user runs it, and what was measured of it.
///
/// It goes on only as it is asked to, so that two builds can be measured in turn. It is a reference,
/// since the process that it holds cannot be copied.
final class ProgramRun {
  /// Where bursts of keys are tried: the arguments, and the keys that lead there.
  static let places: [(name: String, arguments: [String], keys: String)] = [
    ("network", [], ""), ("layer", [], "\r"), ("unit", [], "\r\r"), ("contrast", [], "c"),
    ("schedule", [], "s"), ("shapes", [], "S"), ("lesson", ["play", "6"], ""),
  ]

  private let path: String
  private(set) var measurements: [Measurement] = []
  private var first: [Double] = []
  /// The same with an option, which is parsed.
  private var firstWithOption: [Double] = []
  private var program: ProgramInTerminal?
  private var times: [Double] = []
  private var bytes: [Double] = []
  private var pieces: [Double] = []

  init(_ path: String) { self.path = path }

  /// Opens the program, `withOption` or with nothing to parse, and waits for its first screen.
  func open(withOption: Bool) throws {
    let start = ContinuousClock.now
    let arguments = withOption ? ["--model", "latch"] : []
    var program = try ProgramInTerminal([path] + arguments, columns: 120, rows: 40)
    // The footer is the last line; once it is there the screen stands.
    let answer = program.read(until: "quit", quiet: 5000)
    guard answer.found, let last = answer.last else {
      throw ValidationError("\(path) showed no screen within 5 seconds")
    }
    let time = (last - start).milliseconds
    if withOption { firstWithOption.append(time) } else { first.append(time) }
  }

  /// Opens it with arguments, waits for its first screen, and goes on with that.
  func open(_ arguments: [String], naming name: String) throws {
    let start = ContinuousClock.now
    var program = try ProgramInTerminal([path] + arguments, columns: 120, rows: 40)
    let answer = program.read(until: "quit", quiet: 60_000)
    guard answer.found, let last = answer.last else {
      throw ValidationError("\(path) showed no screen within a minute")
    }
    measurements.removeAll { $0.name == name }
    first.append((last - start).milliseconds)
    measurements.append(Measurement(name, unit: "ms", first))
    _ = program.read(quiet: 200)
    self.program = consume program
    (times, bytes, pieces) = ([], [], [])
  }

  /// Opens it to press keys one by one.
  func begin(columns: UInt16, rows: UInt16) throws {
    var program = try ProgramInTerminal([path], columns: columns, rows: rows)
    _ = program.read(until: "quit", quiet: 5000)
    _ = program.read(quiet: 200)
    self.program = consume program
    (times, bytes, pieces) = ([], [], [])
  }

  /// Presses keys that lead to where the next ones are measured.
  func lead(_ keys: String, until patience: Int32 = 300) {
    program?.terminal.press(keys)
    _ = program?.read(first: patience, quiet: 300)
  }

  /// Presses a key and waits for the frame that answers it; with `until` for the one in which the key itself
  /// stands, where the screen moves by itself.
  func press(_ key: String, until isShown: Bool = false) {
    let start = ContinuousClock.now
    program?.terminal.press(key)
    guard
      let answer = program?.read(
        until: isShown ? key : nil, first: 1000, quiet: isShown ? 1000 : 4),
      let last = answer.last
    else { return }
    times.append((last - start).milliseconds)
    bytes.append(Double(answer.bytes))
    pieces.append(Double(answer.pieces))
  }

  func endKeys(_ count: Int, _ size: String, of what: String = "key") throws {
    guard times.count > count * 9 / 10 else {
      throw ValidationError("\(path) answered only \(times.count) of \(count) keys")
    }
    measurements += [
      Measurement("\(what) to screen, \(size)", unit: "ms", times),
      Measurement("bytes a \(what), \(size)", unit: "bytes", bytes),
      Measurement("pieces a \(what), \(size)", unit: "reads", pieces),
    ]
  }

  /// The time from a key to the screen since the last call.
  func endJumps(_ name: String) throws {
    guard !times.isEmpty else { throw ValidationError("\(path) answered no key") }
    measurements.append(Measurement(name, unit: "ms", times))
    (times, bytes, pieces) = ([], [], [])
  }

  /// The most memory that it took so far.
  func endMemory(_ name: String) throws {
    guard let memory = try program?.peakMemory() else { return }
    measurements.append(Measurement(name, unit: "MiB", [memory]))
  }

  /// Writes many keys at once, and then that which ends the program.
  func burst(_ place: Int, keys count: Int) throws {
    let (name, arguments, opening) = Self.places[place]
    var program = try ProgramInTerminal([path] + arguments, columns: 120, rows: 40)
    _ = program.read(until: "quit", quiet: 5000)
    program.terminal.press(opening)
    _ = program.read(quiet: 200)
    let keys = (0..<count).map { $0 / 40 % 2 == 0 ? "l" : "h" }.joined()
    let start = ContinuousClock.now
    guard program.terminal.press(keys + "q", within: .seconds(120)),
      program.end(within: .seconds(120)) != nil
    else { throw ValidationError("\(path) did not work off \(count) keys within two minutes") }
    let time = (ContinuousClock.now - start).milliseconds
    measurements.append(Measurement("\(count) keys at once, \(name)", unit: "ms", [time]))
  }

  /// Leaves it alone.
  func rest(seconds: Int) throws {
    measurements += [
      Measurement("first screen, 120×40", unit: "ms", Array(first.dropFirst())),
      Measurement("the same with an option", unit: "ms", Array(firstWithOption.dropFirst())),
    ]
    guard let before = try program?.processorTime(), let silence = program?.idle(seconds: seconds),
      let after = try program?.processorTime(), let memory = try program?.peakMemory()
    else { return }
    measurements += [
      Measurement("idle \(seconds) s, processor time", unit: "s", [after - before]),
      Measurement("idle \(seconds) s, written", unit: "bytes", [Double(silence)]),
      Measurement("memory, at most", unit: "MiB", [memory]),
    ]
  }
}
