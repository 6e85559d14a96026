import Lessons
import Screen
import Tutor
import Vocabulary

/// A lesson while it is played: the step, what was answered, what is still to move.
///
/// The explorer at a step is a fold of the commands up to it, so going back is exact.
package struct LessonPlay: Sendable {
  package let lesson: Lesson
  /// The step that is shown, by its place in the lesson; their number at the end.
  package var index = 0
  /// The explorer before each step that was entered.
  var entries: [Int: Explorer] = [:]
  /// The explorer as the step leaves it; nil while something still moves.
  @Shared var steady: Explorer?
  /// The explorer as it was when what is to be done by hand was done; its reason speaks of that.
  @Shared var settled: Explorer?
  /// Whether `n` was pressed at an attempt, and the next one shows a way.
  var offersWay = false
  /// What was open before, and comes back when the lesson is left; nil for a lesson that is only
  /// checked.
  @Shared package var outside: Explorer?
  /// Whether whoever shows the tutor lets the lesson go on by itself, for its title line to say so.
  package var goesOnByItself = false
  /// Whether no lesson comes after it.
  package var isLast = false
  /// What the step has still to do.
  var pending: [PlacedCommand] = []
  /// How each question went, by the place of its step.
  package var outcomes: [Int: Outcome] = [:]
  /// The answer that is being typed.
  var typed: Prompt?
  /// A line that was left as it is, to be taken up again.
  var left: Prompt?
  /// The votes of a room at this step; nil where none were counted.
  package var votes: Votes?

  /// How a room voted.
  package struct Votes: Hashable, Sendable {
    /// For each answer of the question's ballot.
    package internal(set) var counts: [Int]
    /// Whether digits are votes; afterwards they answer again.
    package internal(set) var isCounting = true

    var all: Int { counts.reduce(0, +) }

    /// A count that goes on.
    package init(counts: [Int]) { self.counts = counts }
  }

  /// Whether a room votes just now.
  var isCounting: Bool { votes?.isCounting == true }

  /// How a question went.
  package struct Outcome: Hashable, Sendable {
    /// Wrong answers so far.
    package var wrong = 0
    /// Whether it was answered, or the answer shown.
    package var isDone = false
    /// Whether the answer was shown instead.
    package var wasRevealed = false
    /// Whether the hint was asked for.
    package var showsHint = false
    /// What the last answer gets.
    package var feedback: Feedback?
    /// The last answer, as it is repeated beside what it gets.
    var given: String?
    /// What can be said of it, where nobody foresaw it.
    var remark: Remark?
    /// Of an attempt: the mistakes that were named already, and how many of them were more than a part
    /// of the way.
    var named: Set<Int> = []
    var misses = 0

    /// A question after so many wrong answers.
    package init(wrong: Int = 0, isDone: Bool = false) {
      self.wrong = wrong
      self.isDone = isDone
    }

    /// Whether anyone gave an answer, a right or a wrong one.
    package var wasAnswered: Bool { isMissed || isDone && !wasRevealed }
    package var isRightAtOnce: Bool { isDone && !wasRevealed && !isMissed }
    /// Whether something was wrong on the way.
    var isMissed: Bool { wrong > 0 || misses > 0 }
  }

  /// What an answer gets.
  package enum Feedback: Hashable, Sendable {
    /// The sentence of the wrong answer at this place among them.
    case mistake(Int)
    /// A wrong answer that nobody foresaw.
    case other
  }

  /// How often the lesson was gone through to its end before.
  var round = 0

  /// The steps at which the lesson stops, by their places.
  package let shownSteps: [Int]

  /// A lesson before its first step; `outside` is what comes back when it is left.
  package init(_ lesson: Lesson, outside: Explorer? = nil) {
    self.lesson = lesson
    _outside = Shared(wrappedValue: outside)
    shownSteps = lesson.shownSteps
  }

  package var step: Step? { lesson.steps.indices.contains(index) ? lesson.steps[index] : nil }
  package var isAtEnd: Bool { index >= lesson.steps.count }
  package var outcome: Outcome { outcomes[index] ?? Outcome() }

  /// The question that waits for an answer.
  package var openQuestion: Question? { outcome.isDone ? nil : step?.question }

  /// Which of the shown steps it is, counted from 1.
  package var number: Int { shownSteps.prefix { $0 <= index }.count }

  /// The steps whose questions were not right at once, counted from 1.
  var stepsToRepeat: [Int] {
    shownSteps.indices.filter { place in
      lesson.steps[shownSteps[place]].question != nil
        && outcomes[shownSteps[place]]?.isRightAtOnce != true
    }.map { $0 + 1 }
  }

  /// How far it came and how many answers were right at once.
  package var record: LessonRecord {
    let answers = outcomes.filter(\.value.isDone).mapValues(\.isRightAtOnce)
    return LessonRecord(
      step: index, right: answers.values.count { $0 }, answered: answers.count,
      questions: lesson.steps.count { $0.question != nil }, isFinished: isAtEnd, round: round,
      answers: answers, missed: Set(outcomes.filter { !$1.isDone && $1.isMissed }.keys))
  }

  /// Takes up what was answered before, as far as the lesson still asks it.
  mutating func takeUp(_ record: LessonRecord) {
    round = record.round
    let questions = lesson.steps.indices.filter { lesson.steps[$0].question != nil }
    for index in questions {
      if let isRight = record.answers[index] {
        outcomes[index] = Outcome(wrong: isRight ? 0 : 1, isDone: true)
      } else if record.missed.contains(index) {
        outcomes[index] = Outcome(wrong: 1)
      }
    }
  }
}

extension LessonPlay: Equatable {
  package static func == (one: LessonPlay, other: LessonPlay) -> Bool {
    one.lesson.file == other.lesson.file && one.index == other.index
      && one.outcomes == other.outcomes && one.typed == other.typed && one.left == other.left
      && one.votes == other.votes && one.offersWay == other.offersWay
      && one.pending.map(\.command) == other.pending.map(\.command)
  }
}
