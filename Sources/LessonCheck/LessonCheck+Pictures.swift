import Documents
import LessonPlayer
import Lessons
import ModelFiles
import Screen
import Tutor
import Wording

// Every step as a picture.
extension LessonCheck {
  /// Renders the step as it stands at every size: what is pointed at has to be there, and all has to
  /// fit.
  ///
  /// `place` is that of the sentence which has to be shorter where it does not.
  mutating func look(_ step: Step, _ place: Place) {
    guard draws else { return }
    for size in Self.sizes {
      let screen = LessonScreen(explorer, play, size: size)
      let name = "\(size.width)×\(size.height)"
      if screen.lines > screen.room {
        fault(place, .overflow(size: name, lines: screen.lines, room: screen.room))
      }
      if screen.canvas.frame.faults > 0 {
        fault(
          step.place, .screenFault(size: name, text: screen.canvas.frame.firstFault))
      }
      for pointer in step.points
      where !screen.has(pointer) && !faults.contains(where: { $0.place == pointer.place }) {
        missing(pointer, on: screen, size: name)
      }
    }
    guard !step.hides.isEmpty else { return }
    // What is covered may be there only in a larger window; that it is nowhere is a slip.
    let large = LessonScreen(explorer, play, size: Size(width: 200, height: 60))
    for pointer in step.hides where !large.has(pointer) {
      missing(pointer, on: large, size: "200×60")
    }
  }

  private mutating func missing(_ pointer: Pointer, on screen: LessonScreen, size: String) {
    let parts = screen.partNames
    // Of the layers only the chosen one has all its rows everywhere.
    let other = (pointer.quantity?.layer).flatMap { layer in
      layer != explorer.selectedName && parts.contains(layer) ? layer : nil
    }
    fault(
      pointer.place,
      .noPart(
        pointer.text, size: size, nearest: nearest(to: pointer.text, in: parts), parts: parts,
        ofLayer: other))
  }

  /// Every sentence that an answer gets, in its place.
  mutating func lookAtAnswers(_ question: Question, _ step: Step) {
    let index = play.index
    let before = faults.count
    var hint = LessonPlay.Outcome()
    hint.showsHint = true
    look(step, question.hint, hint)
    var way = LessonPlay.Outcome()
    way.wrong = 2
    way.feedback = .other
    if question.way != nil || faults.count == before {
      look(step, question.way ?? question.hint, way)
    }
    // Below a hint that is too long itself every sentence would be, too.
    let wrong = faults.count == before ? 2 : 1
    for (mistake, answer) in question.wrong.enumerated() {
      var outcome = LessonPlay.Outcome()
      outcome.wrong = wrong
      outcome.feedback = .mistake(mistake)
      look(step, answer.sentence, outcome)
    }
    var done = LessonPlay.Outcome()
    done.isDone = true
    done.wasRevealed = true
    let asked = explorer
    if let ballot = question.ballot {
      // Two digits each, as in a room of forty.
      play.votes = LessonPlay.Votes(counts: ballot.map { _ in 10 })
      look(step, nil, LessonPlay.Outcome())
      play.votes = nil
    }
    explorer = solved(question)
    look(step, question.because, done)
    explorer = asked
    play.outcomes[index] = nil
  }

  /// Renders a question as it stands after an answer, for the sentence that comes with it.
  private mutating func look(_ step: Step, _ text: LessonText?, _ outcome: LessonPlay.Outcome) {
    play.outcomes[play.index] = outcome
    look(step, text?.place ?? step.question?.place ?? step.place)
  }
}

extension LessonScreen {
  /// Whether a pointer's part is drawn.
  func has(_ pointer: Pointer) -> Bool { !source.rects(of: pointer.text).isEmpty }

  var partNames: [String] { Set(source.parts.compactMap(\.name?.text)).sorted() }
}
