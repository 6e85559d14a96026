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
  package static let isByHand = "It goes on when it is done."

  /// Behind the cursor of an answer that is typed; `value` is what it takes, such as "a number".
  package static func takes(_ value: String) -> Sentence {
    Sentence("type \(value), then ⏎", "\(value), then ⏎")
  }

  package static let hint = "Hint: "
  package static let way = "The way: "

  // MARK: - What an answer gets

  package static let right = "Right: "
  package static let no = "No. "
  package static let isWrong = "No, that is not it."

  /// A wrong answer once more, and how one gets the right one.
  package static func isWrong(_ wayOut: String) -> String { "No, that is not it; \(wayOut)." }

  package static let wayOut = "n shows the answer"
  package static let wayOutOfTyping = "esc, then n shows the answer"
  package static let answer = "The answer: "
  package static let oneWay = "One way: "
  package static let isDone = "Done."

  package static func votes(_ count: Int, of all: Int) -> String {
    "\(count) of \(all) votes were for it."
  }

  // MARK: - The end

  package static func end(of title: String) -> String { "This was \(title)." }

  package static func score(right: Int, of questions: Int) -> String {
    "\(right) of \(questions) questions right at once."
  }

  package static let keysAtEnd = "n opens the next lesson, L the list, p goes back a step."

  // MARK: - Between two runs

  package static let welcome = "New here? Press L: the first lesson takes a few minutes."
  package static let goingOn = "Going on where you stopped; p goes back."
}

/// What the keys of a lesson do, in its last line.
package enum LessonKeyPhrases {
  package static let next = "next"
  package static let nextLesson = "next lesson"
  package static let back = "back"
  package static let backToTheLesson = "back to the lesson"
  package static let lessons = "lessons"
  package static let quit = "quit"
  package static let explore = "explore"
  package static let step = "step"
  package static let command = "command"
  package static let keys = "keys"
  package static let answer = "answer"
  package static let edit = "edit the line"
  package static let stopTyping = "stop typing"
  package static let vote = "vote"
  package static let endTheCount = "end the count"
  package static let hint = "hint"
  package static let showHow = "show how"
  package static let showTheAnswer = "show the answer"
}
