import Lessons

/// A lesson in lines of words, for pipes and screen readers.
package enum SpeechPhrases {
  package static func end(of title: String) -> String { "End of \(title)." }

  package static func step(_ number: Int, of steps: Int, in title: String) -> String {
    "\(title), step \(number) of \(steps)."
  }

  // MARK: - What one can type

  package static func type(_ what: String) -> String { "Type \(what)." }

  package static func unknown(_ line: String, takes what: String) -> String {
    "'\(line)' was not understood; type \(what)"
  }

  /// At an open question.
  package static func answers(_ entry: Entry, hasHint: Bool, isAttempt: Bool) -> String {
    let answer =
      switch entry {
      case .options: "the number of your answer"
      case .typed: "your answer"
      case .key: "the key"
      case .line: "the line as it should be"
      case .byHand: "the commands for it, such as go 12"
      }
    return "\(answer)\(hasHint ? ", hint" : ""), or n "
      + (isAttempt ? "twice to see one way" : "to see the answer")
  }

  package static let betweenQuestions =
    "n to go on, previous to go back, lessons for the list, quit, or a command such as go 12"

  package static func atEnd(isLast: Bool) -> String {
    (isLast ? "" : "n for the next lesson, ")
      + "previous to go back a step, lessons for the list, or quit"
  }

  /// Below the list of lessons, one of which is chosen.
  package static func howToOpen(_ chosen: String) -> String {
    "enter opens '\(chosen)'; lesson 3 opens the third, back closes the list."
  }
  package static let refused = "refused"

  package static let lineTooLong =
    "this line is longer than 65,536 bytes, the most that is read; write a shorter one"
}

/// The notes for the one who teaches.
package enum NotesPhrases {
  package static func step(_ number: Int, of steps: Int) -> String { "step \(number) of \(steps)" }

  package static func end(after steps: Int) -> String { "end, after \(steps) steps" }

  /// Whether a line is one of these two.
  package static func isPlace(_ line: Substring) -> Bool {
    line.wholeMatch(of: /step [0-9]+ of [0-9]+|end, after [0-9]+ steps/) != nil
  }

  package static let lesson = "LESSON"
  package static let notes = "NOTES"
  package static let asked = "ASKED"
  package static let answer = "ANSWER"
  package static let because = "BECAUSE"
  package static let wrong = "WRONG"
  package static let next = "NEXT"

  package static let endOfTheLesson = "the end of the lesson"

  package static func asks(_ prompt: String) -> String { "asks: \(prompt)" }
}

/// A lesson's screens, one after another.
package enum TranscriptPhrases {
  package static func step(_ number: Int, of steps: Int) -> String { "step \(number) of \(steps)" }

  package static func answered(step number: Int) -> String { "step \(number), answered" }
}
