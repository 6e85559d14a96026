import Lessons
import Tutor
import Vocabulary

// Answers, hints and votes.
extension LessonPlay {
  private mutating func change(_ body: (inout Outcome) -> Void) {
    var outcome = outcome
    body(&outcome)
    outcomes[index] = outcome
  }

  /// Answers the open question.
  mutating func answer(_ text: String, in explorer: inout Explorer) {
    guard let question = openQuestion else { return explorer.refuse("no question is open") }
    let given = question.option(text)
    if let sentence = question.misform(given) { return explorer.refuse(sentence) }
    if question.isRight(given) {
      carryOut(answerOf: question, in: &explorer)
      change { $0.isDone = true }
      typed = nil
      settle(explorer)
      return
    }
    let mistake = question.wrong.firstIndex { question.matches($0, given) }
    change { outcome in
      outcome.wrong += 1
      outcome.feedback = mistake.map { .mistake($0) } ?? .other
    }
    if typed != nil, case .repair = question.kind {} else { typed = nil }
  }

  mutating func giveHint(in explorer: inout Explorer) {
    guard let question = openQuestion else { return explorer.refuse("no question is open") }
    guard question.hint != nil else {
      return explorer.refuse("there is no hint here; n shows the answer")
    }
    change { $0.showsHint = true }
  }

  /// Shows the answer of the open question.
  mutating func reveal(in explorer: inout Explorer) {
    guard let question = openQuestion else { return }
    if question.isAttempt { comeBack(to: &explorer) }
    carryOut(answerOf: question, in: &explorer)
    change { outcome in
      outcome.isDone = true
      outcome.wasRevealed = true
    }
    typed = nil
    if question.hasEffect { settle(explorer) }
  }

  /// Does what the right answer does: what was to be done by hand, a key that is pressed, a mended
  /// line in the old one's place.
  mutating func carryOut(answerOf question: Question, in explorer: inout Explorer) {
    for command in question.commandsOfAnswer(in: explorer) { finish(command, in: &explorer) }
  }

  /// Looks whether what was to be done by hand is done, or went wrong in a way that has a sentence.
  mutating func watchAttempt(after command: Command, in explorer: inout Explorer) {
    guard pending.isEmpty, let question = openQuestion, case .attempt(let until, _) = question.kind
    else { return }
    let moment = explorer.moment
    if until.allSatisfy({ (try? moment.holds($0.condition)) == true }) {
      change { outcome in
        outcome.isDone = true
        outcome.feedback = nil
      }
      return
    }
    // One step is on the way to somewhere: nobody is told off for passing.
    switch command {
    case .go(.by(1)), .go(.by(-1)), .unit(.by(1)), .unit(.by(-1)), .navigation(.select(.by)), .tick:
      return
    default: break
    }
    guard let index = question.mistake(in: moment, named: outcome.named) else { return }
    change { outcome in
      // What one comes by on the way is no wrong answer, but it gets its sentence.
      outcome.named.insert(index)
      outcome.feedback = .mistake(index)
    }
  }

  /// Whether a sentence that tells a quantity would give the answer of the open question away.
  func isGivenAway(by quantity: Quantity, in explorer: Explorer) -> Bool {
    guard let question = openQuestion, let message = explorer.message, !explorer.isRefused else {
      return false
    }
    return Covering(question, self, explorer).isGivenAway(by: quantity, message)
  }

  // MARK: - Votes

  /// Begins to count the votes of a room, or ends it; the tally stays until the answer is shown. After
  /// that they are counted anew.
  mutating func toggleVotes(in explorer: inout Explorer) {
    guard let question = openQuestion else { return explorer.refuse("no question is open") }
    guard let ballot = question.ballot else { return explorer.refuse(question.noVotes) }
    if let counted = votes, counted.isCounting {
      votes?.isCounting = false
      // Where nobody voted nothing has been counted.
      if counted.all == 0 { votes = nil }
    } else {
      votes = Votes(counts: Array(repeating: 0, count: ballot.count))
      typed = nil
    }
  }

  mutating func vote(_ number: Int, in explorer: inout Explorer) {
    guard let counted = votes, counted.isCounting, number > 0, number <= counted.counts.count else {
      return explorer.refuse("no votes are counted for \(number)")
    }
    votes?.counts[number - 1] += 1
  }
}

extension Question {
  /// What its right answer does, as commands.
  package func commandsOfAnswer(in explorer: Explorer) -> [Command] {
    switch kind {
    case .attempt(_, let solution): return solution.map(\.command)
    case .press:
      let key = Keymap.key(named: answer)
      return key.flatMap { Keymap.command(for: $0, in: explorer.context, count: nil) }.map { [$0] }
        ?? []
    case .repair(_, let layer):
      guard let mended = try? KerasLine(parsing: answer, name: layer),
        case .lstm(let settings) = mended.layer
      else { return [] }
      return Command.Flag.allCases.map { .set(layer: layer, flag: $0, value: settings[$0]) }
    case .choice, .shape, .number, .truth, .largest: return []
    }
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
  package func mistake(in moment: Moment, named: Set<Int>) -> Int? {
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
