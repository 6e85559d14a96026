import Foundation
import Kernels
import ModelFiles
import Screen
import Vocabulary

@testable import Tutor

/// The shipped models, and tutors over them that give the same numbers on every machine.
enum Models {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let library = ModelLibrary(explicit: root.appending(path: "lessons").path)

  /// The shipped models, read once; others are looked for by name.
  static func load(shipped name: String) throws -> LoadedModel {
    switch name {
    case "latch": try latch.get()
    case "weather": try weather.get()
    default: try library.load(name)
    }
  }

  private static let latch = Result { try library.load("latch") }
  private static let weather = Result { try library.load("weather") }
  private static let names = Result { try library.shipped() }

  /// A tutor after some commands; what they ask of the world is answered as the program does.
  ///
  /// A state is a value: each is made once, and whoever asks for it again gets a copy, with all that
  /// was worked out for it by then.
  ///
  /// The portable `kernels` give the same numbers on every machine, for what is compared to the
  /// character; others are quicker.
  static func tutor(
    _ model: String = "latch", _ commands: String = "", kernels: Kernels = .portable
  ) throws -> State {
    try keptStates("\(model) by \(kernels): \(commands)") {
      guard !commands.isEmpty else {
        return try State(
          try load(shipped: model), models: try names.get(), kernels: kernels)
      }
      var state = try tutor(model, kernels: kernels)
      try run(commands, on: &state)
      return state
    }
  }

  static func run(_ commands: String, on state: inout State) throws {
    for command in try Command.list(parsing: commands) {
      try answer(state.update(command), on: &state)
    }
  }

  /// Does what an update asks of the world, as far as it is about models.
  static func answer(_ effects: [Effect], on state: inout State) throws {
    for effect in effects {
      switch effect {
      case .load(let name): state.open(try load(shipped: name))
      case .goOn(let commands): try answer(state.update(commands), on: &state)
      case .loadLesson, .loadNextLesson, .listLessons, .copy, .write, .quit: break
      }
    }
  }
}

extension Canvas {
  /// The characters.
  func textRows() -> [String] { frame.textRows() }
  func text(ascii: Bool = false) -> String { frame.text(ascii: ascii) }
  var golden: String { frame.golden }
  var faults: Int { frame.faults }
  var firstFault: String? { frame.firstFault }

  /// A row's characters.
  func line(_ row: Int) -> String { frame.textRow(row) }

  /// The row that begins with a text, after the mark and spaces.
  func row(beginning text: String) -> Int? {
    textRows().firstIndex { line in
      line.drop { $0 == " " || $0 == "▌" }.hasPrefix(text)
    }
  }

  /// Whether a text stands somewhere, perhaps over the end of a line.
  func says(_ text: String) -> Bool { words.contains(text) }

  /// All words, from line to line, with one space between them.
  var words: String {
    textRows().flatMap { $0.split(whereSeparator: { $0 == " " || $0 == "▌" }) }
      .joined(separator: " ")
  }
}
