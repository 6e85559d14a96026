import Lessons
import ModelFiles
import Vocabulary

// Opening a lesson and leaving it.
extension State {
  /// Begins a lesson on its model, or goes on where `record` says.
  ///
  /// What is open now comes back when the lesson is left.
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
      // Who went through to the end begins anew.
      if let record, record.isAtEnd(of: lesson) { fresh.lesson?.round = record.round + 1 }
      let record = record.flatMap { $0.isAtEnd(of: lesson) ? nil : $0 }
      // What was answered has to be known on the way: a key that was pressed did something.
      if let record { fresh.lesson?.takeUp(record) }
      fresh.enterStep(0)
      if let record { fresh.goTo(step: record.step) }
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

  /// Leaves the lesson: what was open before it is open again.
  mutating func leaveLesson() {
    guard lesson != nil else {
      refuse("no lesson is open; lessons lists them")
      return
    }
    if let before = outside.first { self = before } else { lesson = nil }
  }

  /// The tutor without its lesson.
  var bare: State {
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
}
