import Documents
import Vocabulary

/// A wrong answer that tempts, and the sentence that names the mistake.
package struct WrongAnswer: Sendable {
  package var place: Place
  /// The answer as it is written; of an attempt the condition that shows the mistake.
  package var answer: String
  /// The same as it was read; nil of an attempt.
  package internal(set) var value: AnswerValue?
  package var condition: Condition?
  /// Of an attempt: commands that make the mistake.
  package var mistake: [PlacedCommand] = []
  /// The faulty idea behind it.
  package var idea: String?
  package var computed: Computed?
  package var sentence: LessonText

  /// What the faulty idea comes to.
  package enum Computed: Sendable {
    /// It would give this, which is the wrong answer and not the right one.
    case gives(Measure)
    /// It would make this true after some commands, which it is not.
    case needs(PlacedCondition, after: [PlacedCommand])
  }
}
