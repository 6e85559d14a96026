import Lessons

/// What is said around a lesson: its list, its panel and the line of keys below it.
package enum LessonPhrases {
  // MARK: - The list

  package static let lessons = "Lessons"

  package static func done(_ count: Int, of all: Int) -> String { "\(count) of \(all) done" }

  package static func minutes(_ minutes: Int) -> String { "\(minutes) min" }

  package static let faulty = "faulty"
  package static let new = "new"

  package static func isDone(right: Int, of questions: Int) -> String {
    "done, \(right) of \(questions) right"
  }

  package static func reached(step: Int, of steps: Int) -> String { "at step \(step) of \(steps)" }

  // MARK: - The title

  package static let end = "end"

  package static func place(_ number: Int, of steps: Int) -> String { "\(number) of \(steps)" }

  /// That the lesson goes on by itself.
  package static let goesOnByItself = "auto"

  // MARK: - From step to step

  package static func back(atStep number: Int) -> String { "back at step \(number)" }

  package static let isFirst = "this is the first step"
  package static let readAgain = "read again"
  package static let strayed = "You left the path; n comes back to it."

  // MARK: - A question

  package static let pressTheKey = "Press the key."
  package static let isByHand = "Once done, the lesson goes on."
  package static let offersWay = "Press n again to see one way."

  /// Behind the cursor of an answer that is typed; `value` is what it takes, such as "a number".
  package static func takes(_ value: String) -> Sentence {
    Sentence("type \(value), then ⏎", "\(value), then ⏎")
  }

  package static let hint = "Hint: "
  package static let way = "Working: "

  // MARK: - What an answer gets

  package static let right = "Right: "
  package static let no = "No. "
  package static let isWrong = "No, that is not it."
  /// A part of what is to be done by hand is done.
  package static let isHalfDone = "Half done. "

  /// The answer that was given, before what it gets.
  package static func repeated(_ answer: String) -> String { "\(answer)? " }

  /// What was typed, behind the right answer.
  package static func typed(_ answer: String) -> String { "  you typed \(answer)" }

  /// A wrong answer that nobody foresaw, with what can be said of it.
  package static func no(_ remark: Remark) -> String {
    let what =
      switch remark {
      case .order: "These are the right sizes in the wrong order."
      case .axes(let given, let right):
        "That has \(axes(given)), and the shape asked for has \(right)."
      case .sign: "The size is right, but the sign is not."
      case .near: "That is close: work it out to one more digit."
      }
    return no + what
  }

  private static func axes(_ count: Int) -> String { count == 1 ? "1 axis" : "\(count) axes" }

  /// A wrong answer once more, and how one gets the right one.
  package static func isWrong(_ wayOut: String, _ remark: Remark?) -> String {
    guard let remark else { return "No, that is not it; \(wayOut)." }
    // A key keeps its letter.
    let sentence =
      wayOut == Self.wayOut
      ? "The key \(wayOut)" : wayOut.prefix(1).uppercased() + wayOut.dropFirst()
    return "\(no(remark)) \(sentence)."
  }

  package static let wayOut = "n shows the answer"
  package static let wayOutOfTyping = "esc, then n shows the answer"
  package static let answer = "The answer: "
  package static let oneWay = "One way: "
  package static let isDone = "Done."

  package static func votes(_ count: Int, of all: Int) -> String {
    "\(count) of \(all) voted for it."
  }

  // MARK: - The end

  package static func end(of title: String) -> String { "That was the lesson '\(title)'." }

  /// At the end of a lesson, where there is nothing to go through again.
  package static let allRight = "Every answer was right at once."

  /// At the end of a lesson: the steps whose questions are worth another try.
  package static func again(steps: [Int]) -> String {
    let first = steps.dropLast().map(String.init).joined(separator: ", ")
    let last = steps.last.map(String.init) ?? ""
    return "Worth another look: "
      + (first.isEmpty ? "step \(last)." : "steps \(first) and \(last).")
  }

  package static func keysAtEnd(isLast: Bool) -> String {
    isLast
      ? "L opens the list, p goes back a step."
      : "n opens the next lesson, L the list, p goes back a step."
  }

  // MARK: - Between two runs

  package static let welcome = "New here? Press L: the first lesson takes a few minutes."
  package static let goingOn = "Continuing where you stopped; p goes back."
}

/// What the keys of a lesson do, in its last line.
package enum LessonKeyPhrases {
  package static let next = "next"
  package static let nextLesson = "next lesson"
  package static let back = "back"
  package static let backToTheStep = "back to the step"
  package static let lessons = "lessons"
  package static let quit = "quit"
  package static let time = "time"
  package static let command = "command"
  package static let keys = "keys"
  package static let answer = "answer"
  package static let edit = "edit the line"
  package static let stopTyping = "stop typing, for n p H"
  /// The keys that begin an answer.
  package static let lettersAndDigits = "0–9 A–Z"
  package static let typeIt = "type"
  package static let clear = "clear"
  package static let help = "help"
  package static let vote = "vote"
  package static let endTheCount = "end the count"
  package static let hint = "hint"
  package static let showHow = "show how"
  package static let showTheAnswer = "show it"
}
