import Lessons
import Screen
import Tutor
import Vocabulary

/// The list of lessons, laid over the screen.
package struct LessonList: Hashable, Sendable {
  package var entries: [LessonEntry]
  /// The entry that is chosen.
  package internal(set) var choice = 0
  /// Whether there is a lesson to leave.
  var isInLesson = false

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

extension LessonList: Overlay {
  package func meaning(of key: Key, over explorer: Explorer) -> Meaning {
    Keymap.command(for: key, in: .lessons, count: nil).map { .input(.command($0)) } ?? .none
  }

  package mutating func update(_ command: Command, over explorer: inout Explorer) -> Response {
    switch command {
    case .lessons, .back: return .closed()
    case .enter:
      return .done(entries.indices.contains(choice) ? [.loadLesson(entries[choice].name)] : [])
    case .navigation(.select(.by(let distance))):
      if !entries.isEmpty {
        choice = moved(choice, by: distance, within: 0...entries.count - 1)
      }
      return .done()
    default: return .below
    }
  }

  package func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas {
    LessonListScreen.canvas(self, explorer, size: size)
  }
}

extension State {
  /// The list of lessons, while it lies over the screen.
  package var lessonList: LessonList? { self[LessonList.self] }

  /// Lays the list of lessons over the screen.
  package mutating func show(_ list: LessonList) {
    var list = list
    // The open lesson is where one looks for others from.
    if let name = lesson?.lesson.name,
      let choice = list.entries.firstIndex(where: { $0.name == name })
    {
      list.choice = choice
    }
    list.isInLesson = lesson != nil
    self[LessonList.self] = list
  }
}
