import ArgumentParser
import Engine
import Foundation
import LessonPlayer
import Lessons
import ModelFiles
import Processes
import Screen
import Tutor
import Vocabulary

/// Measures what a user waits for. Speed is shown here and nowhere else: no test is timed.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unroll-bench",
    abstract: "Measure how long Unroll takes, and how much it needs.",
    discussion: """
      Times are wall-clock milliseconds. The program itself is run in a terminal of its own, from \
      the folder in which this benchmark stands; build both with the same configuration.
      """)

  @Flag(help: "Print JSON instead of a table.") var json = false
  @Option(help: "How often each figure is measured.") var runs = 20
  @Option(help: "How many keys are pressed for the time from key to screen.") var keys = 1000
  @Option(
    help: ArgumentHelp(
      "Another build of unroll, whose figures stand beside, each key pressed in turn.",
      valueName: "program"))
  var against: String?
  @Option(help: "How many seconds the program is left alone.") var idle = 10

  @Option(help: "One part alone.") var only: Part?

  /// What can be measured alone.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case forward, open, frames, programs, long, learning
  }

  func run() throws {
    guard runs > 0, keys > 0, idle > 0 else {
      throw ValidationError("--runs, --keys and --idle take numbers above 0")
    }
    let library = ModelLibrary(explicit: nil)
    let model = try library.load("latch")
    let parts = only.map { [$0] } ?? Part.allCases
    try report(
      try parts.flatMap { part in
        switch part {
        case .forward: try forward(model)
        case .open: try loading(library)
        case .frames: try frames(model, library) + lessonFrames(library)
        case .programs: try programs()
        case .long: try long(library)
        case .learning: try learning(library)
        }
      })
  }

  private func forward(_ model: LoadedModel) throws -> [Measurement] {
    let observation = try model.observations.observation(model.firstObservation)
    let batch = try (0..<32).map { try model.observations.observation($0) }
    let many = try (0..<1000).map { try model.observations.observation($0) }
    return [
      try Measurement.milliseconds("forward, 1 observation", runs: runs, perRun: 10) {
        _ = try model.network.forward(observation)
      },
      try Measurement.milliseconds("forward, 1 observation, portable", runs: runs, perRun: 10) {
        _ = try model.network.forward(observation, kernels: .portable)
      },
      try Measurement.milliseconds("forward, 32 observations", runs: runs) {
        _ = try model.network.forward(batch)
      },
      try Measurement.milliseconds("all six quantities, 1 observation", runs: runs, perRun: 10) {
        _ = try model.network.backwardPass([observation])
      },
      try Measurement.milliseconds("answers, 1000 observations", runs: runs) {
        _ = try model.network.outputs(many)
      },
    ]
  }

  private func loading(_ library: ModelLibrary) throws -> [Measurement] {
    try ["latch", "weather"].map { name in
      try Measurement.milliseconds("open \(name)", runs: runs) {
        _ = try State(try library.load(name)).explorer.trace
      }
    }
  }

  private func frames(_ model: LoadedModel, _ library: ModelLibrary) throws -> [Measurement] {
    var state = try State(model, models: try library.shipped())
    _ = state.update(.go(.last))
    let sizes = [
      Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 200, height: 60),
    ]
    return Command.ScreenName.allCases.flatMap { screen in
      _ = state.update(.open(screen))
      let open = state
      return sizes.map { size in
        Measurement.milliseconds("frame, \(screen.rawValue), \(size)", runs: runs, perRun: 10) {
          _ = view(open, size: size)
        }
      }
    }
  }

  /// What a frame costs on average over the steps of all lessons, and the same screens without them.
  private func lessonFrames(_ library: ModelLibrary) throws -> [Measurement] {
    let stops = try LessonShelf(folder: try library.lessons()).files.flatMap { file in
      try steps(of: LessonReader.read(file, checksModel: ModelFile.check), library)
    }
    let sizes = [Size(width: 80, height: 24), Size(width: 120, height: 40)]
    let places = [("a lesson", stops), ("without it", stops.map { State($0.explorer) })]
    return sizes.flatMap { size in
      places.map { what, states in
        Measurement.milliseconds("frame, \(what), \(size)", runs: runs, pieces: states.count) {
          for state in states { _ = view(state, size: size) }
        }
      }
    }
  }

  /// The tutor at every place of a lesson at which it stops.
  private func steps(of lesson: Lesson, _ library: ModelLibrary) throws -> [State] {
    let model =
      switch lesson.model {
      case .named(let name): try library.load(name, lesson: lesson.file)
      case .own(let value): try library.load(try ModelFile(value, of: lesson.file))
      }
    var state = try State(model)
    state.open(lesson, on: model)
    var states: [State] = []
    while let play = state.lesson, !play.isAtEnd {
      state.completeStep()
      states.append(state)
      state.goOn()
      guard state.lesson?.index != play.index else { break }
    }
    return states
  }

  /// What a user waits for in the program, and in turn with it in the one to compare with.
  private func programs() throws -> [Measurement] {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let paths = [folder.appending(path: "unroll").path] + (against.map { [$0] } ?? [])
    for path in paths where !FileManager.default.isExecutableFile(atPath: path) {
      throw ValidationError("\(path) is not there; build it first: swift build --product unroll")
    }
    let programs = paths.map { ProgramRun($0) }
    for withOption in [false, true] {
      for _ in 0...runs { for program in programs { try program.open(withOption: withOption) } }
    }
    for (columns, rows) in [(120, 40), (200, 60)] as [(UInt16, UInt16)] {
      for program in programs { try program.begin(columns: columns, rows: rows) }
      // There and back again over the whole sequence, so that no key runs into an end.
      for key in 0..<keys {
        for program in programs { program.press(key / 49 % 2 == 0 ? "l" : "h") }
      }
      for program in programs { try program.endKeys(keys, "\(columns)×\(rows)") }
    }
    // The knob of a gate, from which the rest of the sequence and the answer follow.
    for (columns, rows) in [(80, 24), (200, 60)] as [(UInt16, UInt16)] {
      try programs[0].begin(columns: columns, rows: rows)
      programs[0].lead("15g\r\r")
      for turn in 0..<keys / 2 { programs[0].press(turn % 4 < 2 ? "+" : "-") }
      try programs[0].endKeys(keys / 2, "\(columns)×\(rows)", of: "turn of the knob")
    }
    for place in ProgramRun.places.indices {
      for program in programs { try program.burst(place, keys: 10_000) }
    }
    for program in programs { try program.rest(seconds: idle) }
    return programs.enumerated().flatMap { place, program in
      place == 0 ? program.measurements : program.measurements.map { $0.named("\($0.name), other") }
    }
  }

  private func report(_ measurements: [Measurement]) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(measurements), as: UTF8.self))
      return
    }
    print(row("what", "median", "least", "most", "99 %", "unit", "runs"))
    for measurement in measurements {
      print(
        row(
          measurement.name, number(measurement.median), number(measurement.least),
          number(measurement.most), number(measurement.percentile99), measurement.unit,
          "\(measurement.runs)"))
    }
  }

  private func row(_ name: String, _ cells: String...) -> String {
    let padded = cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }
    return name.padding(toLength: 36, withPad: " ", startingAt: 0) + padded.joined()
  }

  private func number(_ value: Double) -> String { String(format: "%.3f", value) }
}
