import Lessons
import Vocabulary

// From step to step: a step's state is a fold of the commands up to it.
extension State {
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
    lesson?.left = nil
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
    carryOut(answerOf: question)
    if question.hasEffect { settle() }
  }

  /// Carries out what is pending, up to something that moves by itself.
  mutating func continueStep() {
    while let next = lesson?.pending.first {
      lesson?.pending.removeFirst()
      if next.command == .restore, position.changes.isEmpty { continue }
      carryOutSilently(next.command)
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
      carryOutSilently(command)
      isPlaying = false
      return
    }
    if position.screen == .schedule {
      commit(isStep: true) {
        $0.computing(moved(place, by: -$0.position.cells, within: Int.min...Int.max))
      }
    } else {
      commit(isStep: true) { $0.at(place) }
    }
  }

  /// What the tutor says of a command is for the one who gave it; a lesson has its own words.
  mutating func carryOutSilently(_ command: Command) {
    _ = update(command)
    if !isRefused { message = nil }
  }

  mutating func settle() {
    let now = bare
    lesson?.steady = [now]
  }

  mutating func keepEntry(_ index: Int) {
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
      if let question = play.step?.question, question.isAttempt {
        // The lesson goes on from its own way, so that every step is the same for everyone.
        comeBack()
        carryOut(answerOf: question)
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
      if let question = now.step?.question, question.isAttempt || !now.outcome.isDone {
        if question.isAttempt { comeBack() }
        carryOut(answerOf: question)
      }
      enterStep(now.index + 1, instantly: true)
    }
  }

  mutating func comeBack() {
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
}
