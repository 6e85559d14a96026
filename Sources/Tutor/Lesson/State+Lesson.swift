import Lessons
import ModelFiles
import Vocabulary

// Playing a lesson.
extension State {
  /// Begins a lesson on its model, or goes on where `record` says.
  ///
  /// `mapping` of the tutor's own state: what is open now comes back when the lesson is left.
  package mutating func open(
    _ lesson: Lesson, on model: LoadedModel, resuming record: LessonRecord? = nil
  ) {
    do throws(Refusal) {
      let kernels = moment.kernels
      var fresh = try Refusal.from {
        try State(
          model, observation: lesson.observation ?? model.firstObservation, models: models,
          kernels: kernels)
      }
      fresh.hasHalfCells = hasHalfCells
      // From lesson to lesson what was open before the first one stays what comes back.
      fresh.outside = self.lesson == nil ? [bare] : outside
      fresh.lesson = LessonPlay(lesson)
      fresh.enterStep(0)
      if let record, !record.isFinished { fresh.goTo(step: record.step) }
      self = fresh
    } catch {
      refuse(error.sentence)
    }
  }

  /// Puts another version of the open lesson in its place and stays at the step, as long as there is
  /// one; answers are kept.
  package mutating func reopen(_ lesson: Lesson, on model: LoadedModel) {
    let before = self.lesson
    open(lesson, on: model)
    guard let before, self.lesson != nil, !isRefused else { return }
    // What was answered has to be known on the way: a key that was pressed did something.
    self.lesson?.outcomes = before.outcomes
    goTo(step: 0)
    goTo(step: before.index)
    message = "read again"
  }

  /// The tutor without its lesson.
  private var bare: State {
    var state = self
    state.lesson = nil
    state.lessonList = nil
    state.message = nil
    state.isPlaying = false
    return state
  }

  /// Whether the learner left the path: something was chosen or changed that no step did.
  package var isStray: Bool {
    guard let lesson, let steady = lesson.steady.first else { return false }
    if helpLine != nil { return true }
    if case .attempt = lesson.step?.question?.kind { return false }
    return moment.position != steady.moment.position
  }

  // MARK: - Steps

  /// Enters a step, and those behind it as long as they are silent.
  mutating func enterStep(_ index: Int, instantly: Bool = false) {
    guard let steps = lesson?.lesson.steps else { return }
    var index = index
    while index < steps.count, !steps[index].isShown {
      keepEntry(index)
      for command in steps[index].commands { finish(command.command) }
      index += 1
    }
    lesson?.index = index
    lesson?.typed = nil
    lesson?.votes = nil
    lesson?.steady = []
    keepEntry(index)
    guard index < steps.count else {
      settle()
      return
    }
    lesson?.pending = steps[index].commands
    if case .repair(let line, _) = steps[index].question?.kind {
      lesson?.typed = Prompt(line, history: [])
    }
    instantly ? completeStep() : continueStep()
    repeatWhatWasDone()
  }

  /// A step that one comes back to shows what its question made of it.
  private mutating func repeatWhatWasDone() {
    guard let play = lesson, play.outcome.isDone, let question = play.step?.question else { return }
    switch question.kind {
    case .attempt(_, let solution): for command in solution { finish(command.command) }
    case .press, .repair:
      carryOut(answerOf: question)
      settle()
    case .choice, .shape, .number, .truth, .largest: break
    }
  }

  /// Does what the right answer does: a key is pressed, a mended line takes the old one's place.
  mutating func carryOut(answerOf question: Question) {
    switch question.kind {
    case .press: pressKey(question.answer)
    case .repair(_, let layer):
      guard let mended = try? KerasLine(parsing: question.answer, name: layer),
        case .lstm(let settings) = mended.layer
      else { return }
      for flag in Command.Flag.allCases {
        finish(.set(layer: layer, flag: flag, value: settings[flag]))
      }
    case .choice, .shape, .number, .truth, .largest, .attempt: break
    }
  }

  /// Carries out what is pending, up to something that moves by itself.
  mutating func continueStep() {
    while let next = lesson?.pending.first {
      lesson?.pending.removeFirst()
      if next.command == .restore, position.changes.isEmpty { continue }
      carryOut(next.command)
      if isPlaying { return }
    }
    settle()
  }

  /// Whether the step has still something to do; what the learner plays beside the path is not it.
  private var isStepMoving: Bool {
    guard let lesson else { return false }
    return lesson.steady.isEmpty || !lesson.pending.isEmpty
  }

  /// Carries out all that is pending at once; nothing where the step is where it leads.
  package mutating func completeStep() {
    guard isStepMoving else { return }
    isPlaying = false
    if let target = playTarget { finish(.playTo(target, milliseconds: nil)) }
    while let next = lesson?.pending.first {
      lesson?.pending.removeFirst()
      finish(next.command)
    }
    settle()
  }

  /// Carries a command out to where it ends.
  mutating func finish(_ command: Command) {
    playTarget = nil
    // A lesson clears the way before it begins, whether anything is in it or not.
    if command == .restore, position.changes.isEmpty { return }
    guard case .playTo(let place, _) = command else {
      carryOut(command)
      isPlaying = false
      return
    }
    if position.screen == .schedule {
      commit(isStep: true) { $0.computing(place - $0.position.cells) }
    } else {
      commit(isStep: true) { $0.at(place) }
    }
  }

  /// What the tutor says of a command is for the one who gave it; a lesson has its own words.
  private mutating func carryOut(_ command: Command) {
    _ = update(command)
    if !isRefused { message = nil }
  }

  private mutating func settle() {
    let now = bare
    lesson?.steady = [now]
  }

  private mutating func keepEntry(_ index: Int) {
    let now = bare
    lesson?.entries[index] = now
  }

  /// The next step; back to the present one where it was left; the answer where it is still open.
  mutating func nextStep() -> Effect? {
    guard let play = lesson else {
      refuse("no lesson is open; lessons lists them")
      return nil
    }
    helpLine = nil
    if isStepMoving {
      completeStep()
      return nil
    }
    isPlaying = false
    playTarget = nil
    if isStray {
      comeBack()
      message = "back at step \(play.number)"
    } else if play.openQuestion != nil {
      reveal()
    } else if play.isAtEnd {
      return .loadNextLesson(after: play.lesson.name)
    } else {
      if case .attempt(_, let solution) = play.step?.question?.kind {
        // The lesson goes on from its own way, so that every step is the same for everyone.
        comeBack()
        for command in solution { finish(command.command) }
      }
      enterStep(play.index + 1)
    }
    return nil
  }

  mutating func previousStep() {
    guard let play = lesson else {
      refuse("no lesson is open; lessons lists them")
      return
    }
    guard let before = play.shownSteps.last(where: { $0 < play.index }) else {
      if isStray { comeBack() } else { message = "this is the first step" }
      return
    }
    goTo(step: before)
  }

  /// Goes to a step that was entered before, or through all steps up to it.
  mutating func goTo(step wanted: Int) {
    guard let play = lesson else { return }
    let last = play.lesson.steps.count
    let wanted = min(max(0, wanted), last)
    if let entry = play.entries[wanted] {
      restore(entry)
      enterStep(wanted, instantly: true)
      return
    }
    completeStep()
    comeBack()
    while let now = lesson, now.index < wanted {
      switch now.step?.question?.kind {
      case .attempt(_, let solution):
        comeBack()
        for command in solution { finish(command.command) }
      case .press where !now.outcome.isDone, .repair where !now.outcome.isDone:
        if let question = now.step?.question { carryOut(answerOf: question) }
      case .press, .choice, .shape, .number, .truth, .largest, .repair, nil: break
      }
      enterStep(now.index + 1, instantly: true)
    }
  }

  private mutating func comeBack() {
    if let steady = lesson?.steady.first { restore(steady) }
  }

  /// Puts another tutor in the place of this one, but for its lesson.
  private mutating func restore(_ state: State) {
    let (lesson, list, outside) = (lesson, lessonList, outside)
    self = state
    self.lesson = lesson
    lessonList = list
    self.outside = outside
  }

  /// Leaves the lesson: what was open before it is open again.
  mutating func leaveLesson() {
    guard lesson != nil else {
      refuse("no lesson is open; lessons lists them")
      return
    }
    if let before = outside.first { self = before } else { lesson = nil }
  }

  // MARK: - Answers

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
  private mutating func reveal() {
    guard let question = lesson?.openQuestion else { return }
    switch question.kind {
    case .attempt(_, let solution):
      comeBack()
      for command in solution { finish(command.command) }
    case .press, .repair: carryOut(answerOf: question)
    case .choice, .shape, .number, .truth, .largest: break
    }
    change { outcome in
      outcome.isDone = true
      outcome.wasRevealed = true
    }
    lesson?.typed = nil
    switch question.kind {
    case .press, .repair: settle()
    case .choice, .shape, .number, .truth, .largest, .attempt: break
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
    for (index, wrong) in question.wrong.enumerated() {
      guard let condition = wrong.condition, !play.outcome.named.contains(index),
        (try? moment.holds(condition)) == true
      else { continue }
      change { outcome in
        // What one comes by on the way is no wrong answer, but it gets its sentence.
        outcome.named.insert(index)
        outcome.feedback = .mistake(index)
      }
      return
    }
  }

  // MARK: - Votes

  /// Begins to count the votes of a room, or ends it.
  mutating func toggleVotes() {
    guard let options = lesson?.openQuestion?.options else {
      refuse("votes are counted in a question with choices")
      return
    }
    let isCounting = lesson?.votes != nil
    lesson?.votes = isCounting ? nil : Array(repeating: 0, count: options.count)
  }

  mutating func vote(_ number: Int) {
    guard let votes = lesson?.votes, votes.indices.contains(number - 1) else {
      refuse("no votes are counted for \(number)")
      return
    }
    lesson?.votes?[number - 1] += 1
  }
}

extension Question {
  /// The option that a number or a letter stands for; anything else is as it was typed.
  func option(_ text: String) -> String {
    guard let options else { return text }
    if let number = Int(text), options.indices.contains(number - 1) { return options[number - 1] }
    if case .truth = kind, let truth = GivenAnswer.truth(text) { return "\(truth)" }
    return text
  }
}
