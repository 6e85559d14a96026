import Lessons
import Vocabulary

/// The list of lessons, laid over the screen.
package struct LessonList: Hashable, Sendable {
  package var entries: [LessonEntry]
  /// The entry that is chosen.
  package internal(set) var choice = 0

  package init(_ entries: [LessonEntry]) {
    self.entries = entries
    // The first that is not finished is the one to go on with.
    choice = entries.firstIndex { $0.record?.isFinished != true } ?? 0
  }
}

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
    if fault != nil { return "faulty" }
    guard let record else { return "new" }
    if record.isFinished { return "done, \(record.right) of \(record.questions) right" }
    return "at step \(number ?? record.step + 1) of \(steps)"
  }
}

extension State {
  /// Lays the list of lessons over the screen.
  package mutating func show(_ list: LessonList) {
    lessonList = list
    // The open lesson is where one looks for others from.
    if let name = lesson?.lesson.name,
      let choice = list.entries.firstIndex(where: { $0.name == name })
    {
      lessonList?.choice = choice
    }
  }

  mutating func moveInList(_ distance: Int) {
    guard let list = lessonList, !list.entries.isEmpty else { return }
    lessonList?.choice = moved(list.choice, by: distance, within: 0...list.entries.count - 1)
  }

  mutating func openChosenLesson() -> Effect? {
    guard let list = lessonList, list.entries.indices.contains(list.choice) else { return nil }
    return .loadLesson(list.entries[list.choice].name)
  }
}
