import Foundation
import Lessons
import Testing
import Vocabulary

/// Every lesson that ships, from its start to its end by keys: all of them over a terminal in memory,
/// those that have a question of every kind in a real one.
@Suite("The lessons by keys")
struct LessonsInTerminalTests {
  static let files = LessonShelf(folder: Program.source("lessons")).files

  /// As few lessons as have questions of every kind.
  static let telling: [String] = {
    var kinds: Set<String> = []
    return files.filter { file in
      let lesson = try? LessonReader.read(file)
      let own = Set((lesson?.steps ?? []).compactMap { $0.question?.kindName })
      defer { kinds.formUnion(own) }
      return !own.isSubset(of: kinds)
    }
  }()

  private func inMemory(_ lesson: Lesson) throws -> LessonSession {
    let terminal = try MemoryTerminal()
    try terminal.play(lesson.file)
    return LessonSession(lesson: lesson, terminal: terminal)
  }

  private func inTerminal(_ lesson: Lesson) throws -> (LessonSession, TmuxSession) {
    let terminal = try TmuxSession(width: 110, height: 34)
    try terminal.begin(
      ["play", lesson.file], environment: ["XDG_STATE_HOME": terminal.scratch.path("state")])
    return (LessonSession(lesson: lesson, terminal: terminal), terminal)
  }

  @Test("a lesson that is answered rightly at once ends with all of it right", arguments: files)
  func right(_ file: String) throws {
    let lesson = try LessonReader.read(file)
    try answerRightly(try inMemory(lesson))
  }

  @Test("the same in a real terminal", arguments: telling)
  func rightInTerminal(_ file: String) throws {
    let (session, terminal) = try inTerminal(try LessonReader.read(file))
    try answerRightly(session)
    try leave(terminal)
  }

  private func answerRightly(_ session: LessonSession) throws {
    try session.play { question, _ in try session.answer(question) }
    try session.terminal.see("Every answer was right at once.")
  }

  @Test("every wrong answer gets its sentence, and the right one still goes on", arguments: files)
  func wrong(_ file: String) throws {
    try answerWrongly(try inMemory(try LessonReader.read(file)))
  }

  @Test("the same in a real terminal, once more", arguments: telling.prefix(2))
  func wrongInTerminal(_ file: String) throws {
    let (session, terminal) = try inTerminal(try LessonReader.read(file))
    try answerWrongly(session)
    try leave(terminal)
  }

  private func leave(_ terminal: TmuxSession) throws {
    try terminal.press("q")
    try terminal.expectEnd(status: 0)
  }

  private func answerWrongly(_ session: LessonSession) throws {
    var right = 0
    try session.play { question, index in
      for (mistake, wrong) in question.wrong.enumerated() {
        if question.isAttempt {
          try session.carryOut(wrong.mistake)
        } else {
          try session.type(wrong.answer, question)
        }
        let words = wrong.sentence.firstWords
        try session.terminal.see { screen in
          screen.words.contains(
            (question.isAttempt && question.isHalfway(mistake) ? "Half done. " : "No. ") + words)
        }
        // What was done by hand is done anew from the step before.
        if question.isAttempt { try session.begin(stepAnew: index) }
      }
      // What is half done is no mistake.
      let isWrong = question.wrong.indices.contains { !question.isHalfway($0) }
      if !isWrong { right += 1 }
      try session.answer(question)
    }
    let questions = session.lesson.steps.count { $0.question != nil }
    try session.terminal.see(
      right == questions ? "Every answer was right at once." : "Worth another look: step")
  }

  @Test("as text in a terminal it ends where the input does, without the rest and its answers")
  func endOfInput() throws {
    let session = try TmuxSession()
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    try session.begin(["play", file, "--lessons", Program.source("lessons"), "--plain"])
    try session.wait(for: "The first, step 1 of 3.")
    try session.press("Enter")
    try session.wait(for: "The first, step 2 of 3.")
    try session.press("C-d")
    try session.waitForPrompt()
    let screen = try session.screen()
    #expect(!screen.contains("step 3 of 3") && !screen.contains("The answer"), "\(screen)")
    try session.expectEnd(status: 0)
  }

  @Test("a room votes between the shapes, and the answer says how many were for it")
  func votes() throws {
    let file = try #require(Self.files.first { $0.contains("08-") })
    let lesson = try LessonReader.read(file)
    let session = try inMemory(lesson)
    let index = try #require(
      lesson.steps.filter(\.isShown).firstIndex {
        $0.question?.kind is ShapeQuestion
      })
    let question = try #require(lesson.steps.filter(\.isShown)[index].question)
    let ballot = try #require(question.ballot)
    let right = try #require(ballot.firstIndex(of: question.answer)) + 1
    let wrong = right == 1 ? 2 : 1
    try session.go(toStep: index)
    try session.terminal.type("v")
    try session.terminal.see("v end the count")
    try session.terminal.type("\(right)\(wrong)\(right)")
    try session.terminal.see { $0.words.contains("\(question.answer) ■■ 2") }
    try session.terminal.type("v")
    try session.answer(question)
    try session.terminal.see("2 of 3 voted for it.")
  }
}

/// A lesson played in a terminal.
private struct LessonSession {
  let lesson: Lesson
  let terminal: any LessonTerminal

  private var steps: [Step] { lesson.steps.filter(\.isShown) }

  /// Goes from step to step; `answer` is what one does at a question.
  func play(_ answer: (_ question: Question, _ index: Int) throws -> Void) throws {
    for (index, step) in steps.enumerated() {
      try wait(forStep: index)
      // What moves by itself is carried to its end first.
      if step.moves { try terminal.press("n") }
      if let question = step.question { try answer(question, index) }
      try terminal.press("n")
    }
    try terminal.see("That was the lesson '\(lesson.title)'.")
  }

  /// Goes to a step by n, with the answers shown on the way.
  func go(toStep index: Int) throws {
    for (place, step) in steps[..<index].enumerated() {
      try wait(forStep: place)
      if step.moves { try terminal.press("n") }
      if let question = step.question {
        try terminal.press("n")
        if question.isAttempt { try terminal.press("n") }
        try terminal.see { $0.contains("The answer: ") || $0.contains("One way: ") }
      }
      try terminal.press("n")
    }
    try wait(forStep: index)
    if steps[index].moves { try terminal.press("n") }
  }

  /// Gives the right answer and waits until it counts.
  func answer(_ question: Question) throws {
    if let solution = (question.kind as? AttemptQuestion)?.solution {
      try carryOut(solution)
      try terminal.see("Done.")
      return
    }
    try type(question.answer, question)
    try terminal.see("Right: ")
  }

  /// Types commands at the prompt.
  func carryOut(_ commands: [PlacedCommand]) throws {
    for command in commands {
      try terminal.type(":")
      try terminal.see("tab: open enter")
      try terminal.enter("\(command.command)")
    }
  }

  /// Goes back a step and comes again, to where nothing was done by hand.
  func begin(stepAnew index: Int) throws {
    // Where p begins a command that is asked for, the way back is a line.
    if steps[index].question?.namesToType.contains(where: { $0.hasPrefix("p") }) == true {
      try terminal.type(":")
      try terminal.see("tab: open enter")
      try terminal.enter("previous")
    } else {
      try terminal.press("p")
    }
    try wait(forStep: index - 1)
    try terminal.press("n")
    try wait(forStep: index)
    if steps[index].moves { try terminal.press("n") }
  }

  /// Waits until the title counts to the step.
  private func wait(forStep index: Int) throws {
    let place = "\(index + 1) of \(steps.count)"
    try terminal.see { screen in
      screen.split(separator: "\n").contains { line in
        line.trimmingSuffix(while: \.isWhitespace).hasSuffix(" " + place)
      }
    }
  }

  /// Gives an answer by keys.
  func type(_ answer: String, _ question: Question) throws {
    if let options = question.options, let index = options.firstIndex(of: answer) {
      try terminal.type("\(index + 1)")
      return
    }
    switch question.kind.entry {
    case .key: try terminal.press(Self.keyNames[answer] ?? answer)
    case .line:
      try terminal.press("C-u")
      try terminal.enter(answer)
    case .options, .typed, .byHand: try terminal.enter(answer)
    }
  }

  /// What tmux calls the keys that lessons have names for.
  private static let keyNames = [
    "left": "Left", "right": "Right", "up": "Up", "down": "Down", "enter": "Enter", "tab": "Tab",
    "esc": "Escape", "space": "Space", "home": "Home", "end": "End",
  ]
}

extension Step {
  fileprivate var moves: Bool {
    commands.contains { if case .playing(.playTo) = $0.command { true } else { false } }
  }
}

extension Question {
  /// The kind without what it holds.
  fileprivate var kindName: String {
    "\(type(of: kind))"
  }
}

extension LessonText {
  /// The words before the first live value, as they stand on the screen.
  fileprivate var firstWords: String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .plain(let words), .emphasis(let words), .code(let words): text += words
      case .value: return text.words
      }
    }
    return text.words
  }
}

extension String {
  /// The words with one space between them.
  fileprivate var words: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension StringProtocol {
  /// The text without what stands at its end as long as it is of a kind.
  fileprivate func trimmingSuffix(while isOfKind: (Character) -> Bool) -> SubSequence {
    var end = endIndex
    while end > startIndex, isOfKind(self[index(before: end)]) { end = index(before: end) }
    return self[..<end]
  }
}
