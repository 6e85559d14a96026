import Lessons
import ModelFiles
import Phrases
import Tutor
import Vocabulary

// Opening a lesson.
extension State {
  /// The lesson that is played.
  package var lesson: LessonPlay? {
    get { self[LessonPlay.self] }
    set { self[LessonPlay.self] = newValue }
  }

  /// Begins a lesson on its model, or goes on where `record` says.
  ///
  /// What is open now comes back when the lesson is left.
  package mutating func open(
    _ lesson: Lesson, on model: LoadedModel, resuming record: LessonRecord? = nil
  ) {
    do throws(Refusal) {
      var fresh = try Refusal.from {
        try Explorer(
          model, observation: lesson.observation ?? model.firstObservation,
          models: explorer.models, kernels: explorer.moment.kernels)
      }
      fresh.hasHalfCells = explorer.hasHalfCells
      fresh.trainsBeside = explorer.trainsBeside
      // From lesson to lesson what was open before the first one stays what comes back.
      var outside = self.lesson?.outside ?? explorer.bare
      outside.stopTraining()
      var play = LessonPlay(lesson, outside: outside)
      // Who went through to the end begins anew.
      if let record, record.isAtEnd(of: lesson) { play.round = record.round + 1 }
      let record = record.flatMap { $0.isAtEnd(of: lesson) ? nil : $0 }
      // What was answered has to be known on the way: a key that was pressed did something.
      if let record { play.takeUp(record) }
      play.enterStep(0, of: &fresh)
      if let record { play.go(toPlace: record.step, in: &fresh) }
      uncover()
      explorer = fresh
      self.lesson = play
    } catch {
      refuse(error)
    }
  }

  /// Puts another version of the open lesson in its place and stays at the step, as long as there is
  /// one; answers are kept.
  package mutating func reopen(_ lesson: Lesson, on model: LoadedModel) {
    let before = self.lesson
    open(lesson, on: model)
    guard let before, !isRefused else { return }
    withLesson { play, explorer in
      // What was answered has to be known on the way: a key that was pressed did something.
      play.outcomes = before.outcomes
      play.isLast = before.isLast
      play.go(toPlace: 0, in: &explorer)
      play.go(toPlace: before.index, in: &explorer)
    }
    greet(LessonPhrases.readAgain)
  }

  /// Takes steps of a training that were taken beside it; a lesson's step that waits for them goes on.
  package mutating func take(_ outcome: TrainingOutcome) {
    let wasTraining = explorer.isTraining
    explorer.take(outcome)
    guard wasTraining, !explorer.isTraining else { return }
    withLesson { play, explorer in
      if play.isStepMoving, !explorer.isPlaying { play.continueStep(of: &explorer) }
      play.watchAttempt(after: .tick, in: &explorer)
    }
  }

  /// Carries out at once what the lesson's step has still to do.
  package mutating func completeStep() {
    withLesson { play, explorer in play.completeStep(of: &explorer) }
  }

  /// Goes on as one does who is not learning: at once, without the offer to show a way.
  package mutating func goOn() {
    update(.next)
    if let play = lesson, play.isOffering(in: explorer) { update(.next) }
  }

  /// Goes to a step of the lesson, counted from 1 among those at which it stops.
  package mutating func go(toStep number: Int) {
    withLesson { play, explorer in play.go(toStep: number, in: &explorer) }
  }

  /// What was done, of the lesson what came before it; nil where that is not kept.
  package var journal: Journal? { explorer.journal ?? lesson?.outside?.journal }

  private mutating func withLesson(_ body: (inout LessonPlay, inout Explorer) -> Void) {
    guard var play = lesson else { return }
    body(&play, &explorer)
    lesson = play
  }
}
