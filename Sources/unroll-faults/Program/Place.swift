import Processes

/// Where in the program something is tried.
enum Place: String, CaseIterable {
  case network, layer, unit, dense, contrast, schedule, shapes, prompt, help, list, lesson, question
  case playing

  /// What the program is started with to be there.
  private var arguments: [String] {
    switch self {
    case .lesson: ["play", "1"]
    // The fifth step of the first lesson asks.
    case .question: ["play", "1", "--from", "5"]
    case .network, .prompt, .help, .list: []
    case .playing: ["--do", "speed 20"]
    case .layer, .unit, .dense, .contrast, .schedule, .shapes: ["--do", "open \(rawValue)"]
    }
  }

  /// The keys that lead there.
  private var keys: String {
    switch self {
    case .prompt: ":go 1"
    case .help: "?"
    case .list: "L"
    case .playing: " "
    default: ""
    }
  }

  /// Opens the program there.
  func open(_ trial: Trial) throws -> ProgramInTerminal {
    var program = try trial.open(arguments)
    if !keys.isEmpty {
      program.terminal.press(keys)
      program.terminal.read(untilQuiet: 60, within: .milliseconds(500))
    }
    return program
  }
}
