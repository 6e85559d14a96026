import Documents
import Engine
import Vocabulary

/// A question of a lesson, with what each tempting mistake comes to.
package struct Question: Sendable {
  package var place: Place
  package var prompt: LessonText
  package var kind: Kind
  /// What the answer is in the engine; `unroll check` compares.
  package var measure: Measure?
  /// What has to hold in the engine for the answer to be right.
  package var claim: PlacedCondition?
  /// What happens before `claim` is looked at.
  package var claimCommands: [PlacedCommand] = []
  /// The right answer as it is written.
  package var answer: String
  package var answerPlace: Place
  package var wrong: [WrongAnswer]
  package var hint: LessonText?
  /// What is shown after the second wrong answer; nil is the hint.
  package var way: LessonText?
  /// Why the answer is right.
  package var because: LessonText?

  package enum Kind: Sendable {
    /// One of several texts, in the order in which they are shown.
    case choice([String])
    case shape([Int])
    case number(Double, tolerance: Double)
    case truth(Bool)
    /// The largest of several formulas, each with its text.
    case largest([(text: String, formula: Formula)])
    /// A key to press, which then does what it does.
    case press
    /// A line of Keras code to mend, and the layer that it describes.
    case repair(line: String, layer: String)
    /// Something to do by hand: what has to hold then, and commands that get there.
    case attempt(until: [PlacedCondition], solution: [PlacedCommand])
  }

  /// Whether its answer has to be compared with what `of` comes to; of the others the engine knows.
  var isCompared: Bool {
    switch kind {
    case .choice, .shape, .number, .truth: true
    case .largest, .press, .repair, .attempt: false
    }
  }

  /// Texts to choose from, where there are some.
  package var options: [String]? {
    switch kind {
    case .choice(let options): options
    case .truth: ["true", "false"]
    case .largest(let parts): parts.map(\.text)
    case .shape, .number, .press, .repair, .attempt: nil
    }
  }

  /// What a room votes between, as many as there are digits: the options, or the right shape or number
  /// among the wrong ones. Nil where there is nothing to choose from.
  package var ballot: [String]? {
    switch kind {
    case .choice, .truth, .largest: return options.map { Array($0.prefix(9)) }
    case .shape, .number:
      let texts = [answer] + wrong.prefix(8).map(\.answer)
      return texts.count > 1 ? shuffled(texts, by: texts.joined()) : nil
    case .press, .repair, .attempt: return nil
    }
  }
}

/// A formula, computed after some commands.
package struct Measure: Sendable {
  package var formula: Formula
  package var commands: [PlacedCommand]
  package var place: Place
  package var text: String
}

/// A wrong answer that tempts, and the sentence that names the mistake.
package struct WrongAnswer: Sendable {
  package var place: Place
  /// The answer as it is written; of an attempt the condition that shows the mistake.
  package var answer: String
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
