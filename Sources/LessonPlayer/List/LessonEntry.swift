import Lessons
import Phrases

/// One lesson of a list.
package struct LessonEntry: Hashable, Sendable {
  package var name: String
  package var title: String
  package var summary: String
  package var minutes: Int?
  package var steps: Int
  package var record: LessonRecord?
  /// What the learner calls the step that was reached; nil is its place among all, plus 1.
  package private(set) var number: Int?
  /// Why it cannot be played; nil for a lesson without faults.
  package var fault: String?

  package init(
    name: String, title: String, summary: String = "", minutes: Int? = nil, steps: Int = 0,
    record: LessonRecord? = nil, fault: String? = nil
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.steps = steps
    self.record = record
    self.fault = fault
  }

  /// The entry of a lesson, with what is kept of it.
  package init(_ lesson: Lesson, record: LessonRecord?) {
    self.init(
      name: lesson.name, title: lesson.title, summary: lesson.summary, minutes: lesson.minutes,
      steps: lesson.shownSteps.count, record: record)
    number = record.map { lesson.number(ofStep: $0.step) }
  }

  /// New, how far, or done with how many right.
  package var status: String {
    if fault != nil { return LessonPhrases.faulty }
    guard let record else { return LessonPhrases.new }
    if record.isFinished {
      return LessonPhrases.isDone(right: record.right, of: record.questions)
    }
    return LessonPhrases.reached(step: number ?? record.step + 1, of: steps)
  }
}
