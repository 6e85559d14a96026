import Lessons
import Tutor

/// What is kept of a lesson between two runs of the program.
package struct LessonRecord: Hashable, Sendable {
  /// The step to go on from.
  package var step: Int
  /// Questions answered rightly at once, and answered at all, of how many; of several times through
  /// the lesson the most.
  package var right: Int
  package var answered: Int
  package var questions: Int
  /// Whether it was gone through to its end, this time or before.
  package var isFinished: Bool
  /// How often it was gone through to its end before this time.
  package var round: Int
  /// Of this time: whether each answered question was right at once, by the place of its step.
  package var answers: [Int: Bool]
  /// Of this time: the questions that were answered wrongly and are still open.
  package var missed: Set<Int>

  package init(
    step: Int, right: Int, answered: Int, questions: Int, isFinished: Bool,
    round: Int = 0, answers: [Int: Bool] = [:], missed: Set<Int> = []
  ) {
    self.step = step
    self.right = right
    self.answered = answered
    self.questions = questions
    self.isFinished = isFinished
    self.round = round
    self.answers = answers
    self.missed = missed
  }

  /// Whether there is nothing to go on with.
  package func isAtEnd(of lesson: Lesson) -> Bool {
    isFinished && step >= lesson.steps.count
  }

  /// What is kept where this is kept already and a newer one comes, of the same player or of another:
  /// nothing that was reached is lost. The place is the newer one's, unless that player has not yet
  /// come to the round in which the lesson is gone through here.
  package func joined(with newer: LessonRecord) -> LessonRecord {
    var joined = newer.round < round ? self : newer
    if newer.round == round {
      joined.answers.merge(answers) { $0 || $1 }
      joined.missed = missed.union(newer.missed).subtracting(joined.answers.keys)
    }
    joined.right = max(right, newer.right, joined.answers.values.count { $0 })
    joined.answered = max(answered, newer.answered, joined.answers.count)
    joined.isFinished = isFinished || newer.isFinished
    return joined
  }
}
