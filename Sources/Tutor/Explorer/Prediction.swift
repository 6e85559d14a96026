import Phrases
import Vocabulary

/// The game of guessing how a number goes on before one sees it.
struct Prediction: Hashable, Sendable {
  var right = 0
  var total = 0

  fileprivate var score: String { GuessingPhrases.score(right: right, of: total) }
}

extension Explorer {
  mutating func carryOut(_ command: Guessing) {
    switch command {
    case .predict(let isOn): predict(isOn)
    case .guess(let guess): self.guess(guess)
    }
  }

  private mutating func predict(_ isOn: Bool) {
    guard isOn else {
      message = prediction?.score ?? GuessingPhrases.wasOff
      prediction = nil
      return
    }
    guard moment.guessed != nil else {
      refuse(.nothingToGuess)
      return
    }
    motion.stop()
    prediction = Prediction()
    message = openGuess?.question
  }

  /// What the learner is asked before the next timestep opens; nil where no recurrent layer is chosen.
  var openGuess: Refusal.OpenGuess? {
    moment.guessed.map { name, letter, unit in
      Refusal.OpenGuess(
        letter: letter, unit: unit, layer: name, timestep: timeline.read.count,
        tolerance: moment.guessTolerance)
    }
  }

  private mutating func guess(_ guess: Command.Guess) {
    guard var prediction else {
      refuse(.guessingIsOff)
      return
    }
    guard let letter = moment.guessed?.letter else {
      refuse(.nothingToGuess)
      return
    }
    guard !timeline.isAtEnd else {
      refuse(
        .nothingLeftToGuess(
          last: timesteps - 1, right: prediction.right, of: prediction.total))
      return
    }
    let before = moment.guessedValue
    commit(.step) { $0.stepped(by: 1) }
    let after = moment.guessedValue
    let change = after - before
    let tolerance = moment.guessTolerance
    let truth: Command.Guess =
      change.magnitude < tolerance ? .same : change > 0 ? .up : .down
    prediction.total += 1
    if truth == guess { prediction.right += 1 }
    self.prediction = prediction
    message = GuessingPhrases.result(
      isRight: truth == guess, letter, went: truth, from: before, to: after,
      tolerance: tolerance, right: prediction.right, of: prediction.total)
  }
}

extension Moment {
  /// The layer and the unit that is guessed at: the chosen one, and the letter of what it remembers;
  /// nil where no recurrent layer is chosen, and on the schedule, whose steps are cells.
  var guessed: (name: String, letter: Character, unit: Int)? {
    guard position.screen != .schedule, case .layer(let index) = position.layer,
      trace.network.plan.layers.indices.contains(index),
      let settings = trace.network.plan.layers[index].layer.recurrent
    else { return nil }
    return (settings.name, settings.remembered.letter, position.units[index])
  }

  /// What it remembers now; 0 before the first timestep.
  fileprivate var guessedValue: Float {
    guard guessed != nil, case .layer(let index) = position.layer,
      let remembered = position.chosenRecurrent?.remembered
    else { return 0 }
    return trace.value(
      remembered, layer: index, unit: position.units[index], timestep: position.timestep ?? -1)
  }

  /// Less than a twentieth of the scale is no move that one sees: it counts as the same.
  fileprivate var guessTolerance: Float { guessedScale / 20 }

  private var guessedScale: Float {
    guard guessed != nil, case .layer(let index) = position.layer,
      let remembered = position.chosenRecurrent?.remembered
    else { return 1 }
    return scales.largest(remembered, layer: index, unit: position.units[index])
  }
}
