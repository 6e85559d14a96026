import Lessons
import Phrases
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
    guard let question = openQuestion else { return explorer.refuse(.noQuestion) }
    let grade: Grade
    do throws(Misform) { grade = try question.grade(question.option(text)) } catch {
      return explorer.refuse(.answer(error))
    }
    switch grade {
    case .right:
      carryOut(answerOf: question, in: &explorer)
      change { outcome in
        outcome.isDone = true
        outcome.given = question.repeated(text)
      }
      typed = nil
      if question.hasEffect { settle(explorer) }
    case .wrong(let mistake):
      change { outcome in
        outcome.wrong += 1
        outcome.feedback = mistake.map { .mistake($0) } ?? .other
        outcome.given = question.repeated(text)
        outcome.remark = question.remark(on: text)
      }
      // A line stays to be mended further.
      if case .line = question.kind.entry {} else { typed = nil }
    }
  }

  mutating func giveHint(in explorer: inout Explorer) {
    guard let question = openQuestion else { return explorer.refuse(.noQuestion) }
    guard question.hint != nil else {
      return explorer.refuse(.noHint)
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
    if question.isAttempt { settled = explorer.bare }
  }

  /// Does what the right answer does: what was to be done by hand, a key that is pressed, a mended
  /// line in the old one's place.
  mutating func carryOut(answerOf question: Question, in explorer: inout Explorer) {
    for command in question.commandsOfAnswer(in: explorer) { finish(command, in: &explorer) }
  }

  /// Looks whether what was to be done by hand is done, or went wrong in a way that has a sentence.
  mutating func watchAttempt(after command: Command, in explorer: inout Explorer) {
    guard pending.isEmpty, let question = openQuestion,
      case .byHand(let until) = question.kind.entry
    else { return }
    let moment = explorer.moment
    if until.allSatisfy({ (try? moment.holds($0.condition)) == true }) {
      change { outcome in
        outcome.isDone = true
        outcome.feedback = nil
      }
      settled = explorer.bare
      return
    }
    // A verdict goes with its mistake.
    if case .mistake(let index) = outcome.feedback, !question.shows(index, in: moment) {
      change { $0.feedback = nil }
    }
    // One step is on the way to somewhere: nobody is told off for passing.
    switch command {
    case .go(.by(1)), .go(.by(-1)), .unit(.by(1)), .unit(.by(-1)), .navigation(.select(.by)), .tick:
      return
    default: break
    }
    guard
      let index = question.mistake(in: moment, named: outcome.named)
        ?? (outcome.feedback == nil ? question.mistake(in: moment, named: []) : nil)
    else { return }
    let isHalfway = question.isHalfway(index)
    change { outcome in
      // What one comes by on the way is no wrong answer, but it gets its sentence.
      if outcome.named.insert(index).inserted, !isHalfway { outcome.misses += 1 }
      outcome.feedback = .mistake(index)
    }
  }

  /// Whether what is said or copied, of a quantity where it is of one, would give the answer of the open
  /// question away.
  func isGivenAway(by quantity: Quantity?, in explorer: Explorer, _ effects: [Effect]) -> Bool {
    guard let question = openQuestion, !explorer.isRefused else { return false }
    let copied = effects.map { if case .copy(let text) = $0 { text } else { "" } }
    let covering = Covering(question, self, explorer)
    return ([explorer.message ?? ""] + copied).contains {
      covering.isGivenAway(by: quantity, $0)
    }
  }

  // MARK: - Votes

  /// Begins to count the votes of a room, or ends it; the tally stays until the answer is shown. After
  /// that they are counted anew.
  mutating func toggleVotes(in explorer: inout Explorer) {
    guard let question = openQuestion else { return explorer.refuse(.noQuestion) }
    guard let ballot = question.ballot else {
      return explorer.refuse(.noBallot(question.wayWithoutVotes))
    }
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
      return explorer.refuse(.noVotes(for: number))
    }
    votes?.counts[number - 1] += 1
  }
}

extension Question {
  /// What its right answer does, as commands.
  package func commandsOfAnswer(in explorer: Explorer) -> [Command] {
    switch effect {
    case .nothing: return []
    case .commands(let commands): return commands.map(\.command)
    case .key(let name):
      let command = Keymap.key(named: name)
        .flatMap { Keymap.command(for: $0, in: explorer.context, count: nil) }
      return command.map { [$0] } ?? []
    case .replaces(let mended, let layer):
      guard let settings = mended.layer.recurrent else { return [] }
      return Command.Flag.allCases.map { .set(layer: layer, flag: $0, value: settings[$0]) }
    }
  }

  /// The option that a number stands for; anything else is as it was typed.
  func option(_ text: String) -> String {
    guard let options, let number = WholeNumber.read(text), options.indices.contains(number - 1)
    else { return text }
    return options[number - 1]
  }

  /// The first mistake of an attempt that shows here and was not named before.
  package func mistake(in moment: Moment, named: Set<Int>) -> Int? {
    wrong.indices.first { !named.contains($0) && shows($0, in: moment) }
  }

  /// Whether a mistake of an attempt shows here.
  func shows(_ mistake: Int, in moment: Moment) -> Bool {
    wrong[mistake].condition.map { (try? moment.holds($0)) == true } ?? false
  }

  /// An answer as it is repeated beside what it gets: of several texts the number of the chosen one,
  /// unless they are words that one may type. A line stays where it is typed.
  func repeated(_ text: String) -> String? {
    switch kind.entry {
    case .options(let options, let letters):
      let chosen = option(text)
      return letters.isEmpty ? options.firstIndex(of: chosen).map { "\($0 + 1)" } : chosen
    case .typed, .key:
      return kind.repeated(text.trimmingPrefix(while: \.isWhitespace).description)
    case .line, .byHand: return nil
    }
  }

  /// How it is answered, where no votes are counted in it.
  fileprivate var wayWithoutVotes: Refusal.Way {
    switch kind.entry {
    case .key: .key
    case .line: .line
    case .byHand: .byHand
    case .options, .typed: .other
    }
  }

  /// Whether its right answer does something that the step then stands by.
  var hasEffect: Bool {
    switch effect {
    case .key, .replaces: true
    case .nothing, .commands: false
    }
  }
}
