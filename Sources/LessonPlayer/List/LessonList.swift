import Lessons
import Phrases
import Screen
import Tutor
import Vocabulary
import Wording

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
    case .navigation(.select(.named(let name))):
      guard let place = entries.firstIndex(where: { $0.name == name }) else { return .below }
      choice = place
      return .done()
    default: return .below
    }
  }

  package func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas {
    LessonListScreen.canvas(self, explorer, size: size)
  }

  /// The lessons, what is said of the last command, and what one can type.
  package func plainLines(over explorer: Explorer) -> [String]? {
    var lines = lines
    if let message = explorer.message { lines.append(message) }
    if entries.indices.contains(choice) {
      lines.append(SpeechPhrases.howToOpen(entries[choice].title))
    }
    return lines
  }

  /// A line for each lesson.
  package var lines: [String] {
    if entries.isEmpty { return [ProgramPhrases.noLessons] }
    let width = entries.map(\.title.count).max() ?? 0
    return entries.map { entry in
      let number = entry.name.prefix { $0.isNumber }
      let minutes = entry.minutes.map(LessonPhrases.minutes) ?? ""
      return "\(padded(String(number), to: 3)) \(padded(entry.title, to: width))  "
        + "\(padded(minutes, to: 6))  \(entry.status)"
    }
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
