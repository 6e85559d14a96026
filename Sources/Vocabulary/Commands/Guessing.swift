/// The game of guessing how a number goes on before one sees it.
package enum Guessing: CommandGroup {
  /// Hides the next timestep until one has guessed, or not.
  case predict(Bool)
  /// Guesses how the shown quantity goes on.
  case guess(Command.Guess)

  package static let forms = [
    CommandForm(
      "predict", "on | off", "hide the next timestep until you have guessed",
      completing: [.words(["on", "off"])]
    ) {
      $0 == "on" ? .predict(true) : $0 == "off" ? .predict(false) : nil
    },
    CommandForm(
      "guess", "up | down | same", "guess how the shown unit goes on",
      completing: [.cases(of: Command.Guess.self)]
    ) {
      Command.Guess(rawValue: $0).map(Command.guess)
    },
  ]

  package var description: String {
    switch self {
    case .predict(let isOn): "predict \(isOn ? "on" : "off")"
    case .guess(let guess): "guess \(guess.rawValue)"
    }
  }

  package var isForLessons: Bool { false }
}

extension Command {
  /// How a number may go on.
  package enum Guess: String, CaseIterable, Hashable, Sendable {
    case up, down, same
  }

  package static func predict(_ isOn: Bool) -> Command { .guessing(.predict(isOn)) }
  package static func guess(_ guess: Guess) -> Command { .guessing(.guess(guess)) }
}
