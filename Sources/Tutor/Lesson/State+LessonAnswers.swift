import Lessons
import Vocabulary

// Answers, hints and votes.
extension State {
  private mutating func change(_ body: (inout LessonPlay.Outcome) -> Void) {
    guard let play = lesson else { return }
    var outcome = play.outcome
    body(&outcome)
    lesson?.outcomes[play.index] = outcome
  }

  /// Answers the open question.
  mutating func answer(_ text: String) {
    guard let question = lesson?.openQuestion else {
      refuse("no question is open")
      return
    }
    let given = question.option(text)
    if let sentence = question.misform(given) {
      refuse(sentence)
      return
    }
    if question.isRight(given) {
      carryOut(answerOf: question)
      change { $0.isDone = true }
      lesson?.typed = nil
      settle()
      return
    }
    let mistake = question.wrong.firstIndex { question.matches($0, given) }
    change { outcome in
      outcome.wrong += 1
      outcome.feedback = mistake.map { .mistake($0) } ?? .other
    }
    if lesson?.typed != nil, case .repair = question.kind {} else { lesson?.typed = nil }
  }

  mutating func giveHint() {
    guard let question = lesson?.openQuestion else {
      refuse("no question is open")
      return
    }
    guard question.hint != nil else {
      refuse("there is no hint here; n shows the answer")
      return
    }
    change { $0.showsHint = true }
  }

  /// Shows the answer of the open question.
  mutating func reveal() {
    guard let question = lesson?.openQuestion else { return }
    if question.isAttempt { comeBack() }
    carryOut(answerOf: question)
    change { outcome in
      outcome.isDone = true
      outcome.wasRevealed = true
    }
    lesson?.typed = nil
    if question.hasEffect { settle() }
  }

  /// Does what the right answer does: what was to be done by hand, a key that is pressed, a mended
  /// line in the old one's place.
  mutating func carryOut(answerOf question: Question) {
    switch question.kind {
    case .attempt(_, let solution): for command in solution { finish(command.command) }
    case .press: pressKey(question.answer)
    case .repair(_, let layer):
      guard let mended = try? KerasLine(parsing: question.answer, name: layer),
        case .lstm(let settings) = mended.layer
      else { return }
      for flag in Command.Flag.allCases {
        finish(.set(layer: layer, flag: flag, value: settings[flag]))
      }
    case .choice, .shape, .number, .truth, .largest: break
    }
  }

  /// Does what a key does without a lesson.
  private mutating func pressKey(_ name: String) {
    guard let key = Keymap.key(named: name),
      let command = Keymap.command(for: key, in: context, count: nil)
    else { return }
    finish(command)
  }

  /// Looks whether what was to be done by hand is done, or went wrong in a way that has a sentence.
  mutating func watchAttempt(after command: Command) {
    guard let play = lesson, play.pending.isEmpty, let question = play.openQuestion,
      case .attempt(let until, _) = question.kind
    else { return }
    if until.allSatisfy({ (try? moment.holds($0.condition)) == true }) {
      change { outcome in
        outcome.isDone = true
        outcome.feedback = nil
      }
      return
    }
    // One step is on the way to somewhere: nobody is told off for passing.
    switch command {
    case .go(.by(1)), .go(.by(-1)), .unit(.by(1)), .unit(.by(-1)), .select(.by), .tick: return
    default: break
    }
    guard let index = question.mistake(in: moment, named: play.outcome.named) else { return }
    change { outcome in
      // What one comes by on the way is no wrong answer, but it gets its sentence.
      outcome.named.insert(index)
      outcome.feedback = .mistake(index)
    }
  }

  // MARK: - Votes

  /// Begins to count the votes of a room, or ends it; the tally stays until the answer is shown. After
  /// that they are counted anew.
  mutating func toggleVotes() {
    guard let question = lesson?.openQuestion else {
      refuse("no question is open")
      return
    }
    guard let ballot = question.ballot else {
      refuse(question.noVotes)
      return
    }
    if let votes = lesson?.votes, votes.isCounting {
      lesson?.votes?.isCounting = false
      // Where nobody voted nothing has been counted.
      if votes.all == 0 { lesson?.votes = nil }
    } else {
      lesson?.votes = LessonPlay.Votes(counts: Array(repeating: 0, count: ballot.count))
      lesson?.typed = nil
    }
  }

  mutating func vote(_ number: Int) {
    guard let votes = lesson?.votes, votes.isCounting, number > 0, number <= votes.counts.count
    else {
      refuse("no votes are counted for \(number)")
      return
    }
    lesson?.votes?.counts[number - 1] += 1
  }
}

extension Question {
  /// The option that a number or a letter stands for; anything else is as it was typed.
  func option(_ text: String) -> String {
    guard let options else { return text }
    if let number = WholeNumber.read(text), options.indices.contains(number - 1) {
      return options[number - 1]
    }
    if case .truth = kind, let truth = GivenAnswer.truth(text) { return "\(truth)" }
    return text
  }

  /// The first mistake of an attempt that shows here and was not named before.
  func mistake(in moment: Moment, named: Set<Int>) -> Int? {
    wrong.indices.first { index in
      guard let condition = wrong[index].condition, !named.contains(index) else { return false }
      return (try? moment.holds(condition)) == true
    }
  }

  /// Why no votes are counted in it.
  fileprivate var noVotes: String {
    switch kind {
    case .press: "votes are for answers to choose from; here a key is pressed"
    case .repair: "votes are for answers to choose from; here a line is mended"
    case .attempt: "votes are for answers to choose from; this is done by hand"
    case .choice, .shape, .number, .truth, .largest:
      "votes are for answers to choose from; here no wrong ones are known"
    }
  }

  /// Whether it is done by hand.
  var isAttempt: Bool { if case .attempt = kind { true } else { false } }

  /// Whether its right answer does something that the step then stands by.
  var hasEffect: Bool {
    switch kind {
    case .press, .repair: true
    case .choice, .shape, .number, .truth, .largest, .attempt: false
    }
  }
}
