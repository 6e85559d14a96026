import Foundation
import Processes

extension Kind {
  static let signals = Kind(
    name: "signals",
    sentence: """
      Every signal that can be caught, everywhere, also while the output is stopped or nobody reads \
      it: the program ends by it within 2 s and the terminal is as it was.
      """,
    quick: Amount(trials: 20), long: Amount(trials: signalPlaces.count), batch: 25
  ) { trial in
    // A stride that has no factor in common with their number: few of them are of all sorts.
    let (place, hold, signal) = signalPlaces[trial.index * 211 % signalPlaces.count]
    var program = try place.open(trial)
    let before = try freshSettings
    switch hold {
    case .none: break
    case .stopped:
      program.terminal.setOutput(isStopped: true)
      program.terminal.press("l")
      usleep(20_000)
    case .full:
      fill(&program)
    }
    if Signals.passing.contains(signal) {
      program.child.kill(signal)
      program.terminal.read(untilQuiet: 50, within: .seconds(1))
      return try program.expectQuit("\(place), \(Ending.signal(signal))")
    }
    try program.expectEnd(
      by: signal, at: place.rawValue + hold.rawValue, before: before, isRead: hold == .none)
  }

  /// The line settings of a terminal that no program has entered: the one that is tried may be entered
  /// before it can be asked.
  private static var freshSettings: [UInt8] {
    get throws { try PseudoTerminal(columns: 100, rows: 30).lineSettings }
  }

  /// What keeps the program from writing.
  private enum Hold: String {
    case none = ""
    case stopped = ", output stopped"
    case full = ", nobody reads"
  }

  private static let signalPlaces: [(Place, Hold, Int32)] =
    Place.allCases.flatMap { place in
      (Signals.ending + Signals.passing).map { (place, .none, $0) }
    }
    + Signals.ending.flatMap { [(.network, .stopped, $0), (.playing, .full, $0)] }

  /// Lets the program write until the terminal takes no more.
  private static func fill(_ program: inout ProgramInTerminal) {
    for size in [UInt16](80...140) {
      program.terminal.resize(columns: size, rows: 40)
      usleep(2000)
    }
  }

  static let earlySignals = Kind(
    name: "early-signals",
    sentence: "Signals in the first 60 ms: the same, whatever the program is about to do.",
    quick: Amount(trials: 15), long: Amount(trials: 500), batch: 50
  ) { trial in
    let signal = trial.chance.pick(Signals.ending)
    let delay = trial.chance.number(in: 0...60_000)
    let isLesson = trial.chance.oneIn(3)
    let before = try freshSettings
    var program = try trial.start(isLesson ? ["play", "1"] : [])
    let end = ContinuousClock.now + .microseconds(delay)
    while ContinuousClock.now < end { program.terminal.read(within: 0) }
    try program.expectEnd(by: signal, at: "after \(delay) µs", before: before)
  }
}
