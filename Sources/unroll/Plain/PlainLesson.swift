import Foundation
import LessonPlayer
import Lessons
import ModelFiles
import Phrases
import Screen
import Tutor
import Vocabulary
import Wording

/// A lesson as a text, for pipes and screen readers. Where lines come in, each goes on (an empty
/// one), answers, or is a command, at the end of the lesson as well; where none do, the whole lesson
/// is read out with its answers. In a terminal the end of input ends it, as quit does.
struct PlainLesson {
  var session: Session
  private var lines = InputLines()
  /// Whether what one can type at a question is still to be told.
  private var tellsWhatToType: Bool

  /// The keys of the screen that do here, as a line, what they do there.
  private static let keys: [String: Command] = [
    "n": .next, "p": .previous, "H": .hint, "L": .lessons, "q": .quit,
  ]

  init(session: Session) {
    self.session = session
    tellsWhatToType = lines.mayHaveMore
  }

  /// What a line leads to.
  private enum Outcome {
    /// The step as it is now is printed.
    case step
    /// Something else is printed, and the step stays.
    case remark(String)
    /// The same, and it ends.
    case lastRemark(String)
    case end
  }

  consuming func run() throws {
    session.progress.isOn = true
    session.completeStep()
    if let fault = session.fault { try Output.print(fault + "\n") }
    try say()
    while let play = session.state.lesson {
      let line = lines.next()
      if line == .tooLong {
        try Output.print(SpeechPhrases.lineTooLong + "\n")
        continue
      }
      if line == nil {
        // Who ends the input by hand wants to leave, not to be told the answers.
        if play.isAtEnd || lines.areTyped { return }
        // What is only read out was not learnt.
        tellsWhatToType = false
        session.progress.isOn = false
      }
      let text = if case .text(let text) = line { text } else { "" }
      switch answer(text.trimmingCharacters(in: .whitespaces), play) {
      case .step:
        session.completeStep()
        try say()
      case .remark(let text): try Output.print(text + "\n")
      case .lastRemark(let text): return try Output.print(text + "\n")
      case .end: return
      }
    }
  }

  /// Carries a line out.
  private mutating func answer(_ text: String, _ play: LessonPlay) -> Outcome {
    if text.isEmpty {
      // Who only listens is offered nothing.
      let isOffered = !session.progress.isOn && play.asksByHand
      return perform(isOffered ? [.next, .next] : [.next])
    }
    if session.state.isAnswer(text) { return perform([.answer(text)]) }
    if let command = Self.keys[text] { return perform([command]) }
    let error: CommandError
    do { return perform(try Command.list(parsing: text)) } catch let refusal { error = refusal }
    if let question = play.openQuestion, !question.isAttempt { return perform([.answer(text)]) }
    if case .badArguments = error { return .remark("\(error)") }
    return .remark(LessonSpeech.unknown(excerpt(text), play))
  }

  private mutating func perform(_ commands: [Command]) -> Outcome {
    defer { session.keepProgress() }
    for command in commands {
      guard session.perform(command) else { return .end }
      // What comes after a refusal was meant for another state.
      if session.state.isRefused {
        let sentence = session.state.message ?? SpeechPhrases.refused
        // Nothing follows: a stream of empty lines would otherwise be answered for ever.
        return command == .next && !lines.areTyped ? .lastRemark(sentence) : .remark(sentence)
      }
    }
    return .step
  }

  private mutating func say() throws {
    var text = PlainText(session.state).text
    if let play = session.state.top as? LessonPlay {
      if play.isAtEnd, lines.mayHaveMore {
        text += "\n" + SpeechPhrases.type(SpeechPhrases.atEnd(isLast: play.isLast))
      } else if tellsWhatToType, let question = play.openQuestion {
        tellsWhatToType = false
        text += "\n" + LessonSpeech.takes(question)
      }
    }
    try Output.print(text + "\n")
  }
}
