import Documents
import Vocabulary

/// A lesson as it is written: what is said, what moves meanwhile, what is asked.
///
///     title: What return_sequences keeps
///     model: latch
///     observation: 1
///     steps:
///       - say: Watch the lane underneath.
///         do:
///           - play to 49 in 6s
///         point: lstm1.output
///
/// It is a script and knows no network: whether its answers are true is for `unroll check` to say,
/// which computes them. `LessonReader` has the form of the file.
package struct Lesson: Sendable {
  /// The file as it was named.
  package var file: String
  package var title: String
  /// One sentence for the list of lessons.
  package var summary: String
  /// About how long it takes; nil where nobody said.
  package var minutes: Int?
  package var model: Model
  /// The observation it opens with; nil is the model's own first one.
  package var observation: Int?
  package var steps: [Step]
  /// For the one who teaches, about the whole lesson: shown at the first step.
  package var notes: String?
  /// Where the model and the observation are named, for what is wrong with them.
  package var modelPlace: Place?
  package var observationPlace: Place?

  /// The name of the model that a lesson is about where it names none.
  package static let usualModel = "latch"

  /// The network that a lesson is about.
  package enum Model: Sendable {
    /// One that is found by name or path.
    case named(String)
    /// One that stands in the lesson itself: the value that describes it, for who reads models.
    case own(DocumentValue)
  }

  /// The steps at which it stops, by their places among all.
  package var shownSteps: [Int] { steps.indices.filter { steps[$0].isShown } }

  /// What a learner calls the step at a place: the silent ones are not counted.
  package func number(ofStep place: Int) -> Int { shownSteps.prefix { $0 <= place }.count }

  /// The speaker's notes at a step: those of the silent steps that lead to it, then its own. At the
  /// end it is those of the silent steps behind the last one shown.
  package func notes(atStep place: Int) -> [String] {
    let before = steps.prefix(place).reversed().prefix { !$0.isShown }.reversed()
    return (before + steps.dropFirst(place).prefix(1)).compactMap(\.notes)
  }

  /// What lists and commands call it: the file's name without folder and ending.
  package var name: String { Self.name(ofFile: file) }

  package static func name(ofFile file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}

/// One step of a lesson: it does something, then says or asks something.
package struct Step: Sendable {
  package var place: Place
  package var content: Content
  /// What happens on entering it, in order.
  package var commands: [PlacedCommand]
  /// What it speaks of; the rest steps back.
  package var points: [Pointer]
  /// What a question covers beside its own answer.
  package var hides: [Pointer]
  /// What the engine has to meet once the commands are done.
  package var checks: [PlacedCondition]
  /// Seconds to wait beyond the time that reading takes, in automatic playback.
  package var pause: Double
  /// For the one who teaches, at this step.
  package var notes: String?

  package enum Content: Sendable {
    case text(LessonText)
    case question(Question)
    /// Commands and checks alone: the lesson goes on by itself.
    case silent
  }

  /// Whether the lesson stops here for the learner.
  package var isShown: Bool { if case .silent = content { false } else { true } }

  package var question: Question? {
    if case .question(let question) = content { question } else { nil }
  }
}

/// A command with the place where it stands.
package struct PlacedCommand: Sendable {
  package var command: Command
  package var place: Place
}

/// A condition with the place where it stands.
package struct PlacedCondition: Sendable {
  package var condition: Condition
  package var place: Place

  package init(condition: Condition, place: Place) {
    self.condition = condition
    self.place = place
  }
}

/// What a step points at or covers: an address, or a part of a screen by its name.
package struct Pointer: Sendable {
  package var text: String
  package var place: Place

  package var quantity: Quantity? { Quantity(parsing: text) }
}
