import Lessons
import Screen
import Vocabulary

extension State {
  /// What a key means in a lesson before it means anything to the screen.
  struct LessonMeaning {
    /// The command; nil where the key was typed into an answer.
    var command: Command?
  }

  /// Nil where the key is the screen's, so that one may explore.
  mutating func lessonMeaning(of key: Key) -> LessonMeaning? {
    guard let play = lesson else { return nil }
    guard let question = play.openQuestion, !isStray, !isPlaying else {
      return pathMeaning(of: key)
    }
    if play.isCounting, let digit = Self.digit(key) { return LessonMeaning(command: .vote(digit)) }
    switch question.kind {
    case .shape, .number:
      if !play.isCounting, let meaning = typing(key, isFree: false) { return meaning }
    case .repair:
      if let meaning = typing(key, isFree: true) { return meaning }
    case .choice, .truth, .largest:
      if let meaning = choosing(key, question) { return meaning }
    case .press:
      if let meaning = pressing(key, question) { return meaning }
    case .attempt: break
    }
    return Keymap.command(for: key, in: .question, count: nil).map { LessonMeaning(command: $0) }
  }

  /// The keys of a lesson that only speaks; off the path all but `n` and `p` explore.
  private func pathMeaning(of key: Key) -> LessonMeaning? {
    if isStray, key == .character(" ") { return nil }
    if !isStray, key == .left { return LessonMeaning(command: .previous) }
    return Keymap.command(for: key, in: .lesson, count: nil).map { LessonMeaning(command: $0) }
  }

  private static func digit(_ key: Key) -> Int? {
    guard case .character(let character) = key, character.isASCII else { return nil }
    return character.wholeNumberValue
  }

  private func choosing(_ key: Key, _ question: Question) -> LessonMeaning? {
    if let digit = Self.digit(key), question.options?.indices.contains(digit - 1) == true {
      return LessonMeaning(command: .answer("\(digit)"))
    }
    guard case .character(let character) = key, case .truth = question.kind,
      "tf".contains(character)
    else { return nil }
    return LessonMeaning(command: .answer(character == "t" ? "true" : "false"))
  }

  /// Any key but those that a lesson cannot do without.
  private func pressing(_ key: Key, _ question: Question) -> LessonMeaning? {
    guard let name = Keymap.name(of: key), isPress(name, for: question) else { return nil }
    return LessonMeaning(command: .answer(name))
  }

  /// Whether a key answers a question for one.
  func isPress(_ name: String, for question: Question) -> Bool {
    name == question.answer || !["n", "p", "H", "L", "q", "?", ":"].contains(name)
  }

  /// Types into the answer; `isFree` where every character belongs to it.
  private mutating func typing(_ key: Key, isFree: Bool) -> LessonMeaning? {
    var line = lesson?.typed
    if isFree, line == nil {
      // Typing was left; ⏎ takes it up again.
      guard key == .enter, case .repair(let text, _) = lesson?.openQuestion?.kind else {
        return nil
      }
      let left = lesson?.left
      lesson?.typed = left ?? Prompt(text, history: [])
      return LessonMeaning()
    }
    if !isFree {
      guard belongs(key, to: line) else { return nil }
      if line == nil { line = Prompt("", history: []) }
    }
    guard var line else { return nil }
    switch line.press(key, completions: { _ in [] }) {
    case .editing:
      lesson?.typed = line
      message = nil
    case .cancelled:
      lesson?.left = isFree ? line : nil
      lesson?.typed = nil
    case .entered(let text):
      guard text.contains(where: { !$0.isWhitespace }) else { return LessonMeaning() }
      return LessonMeaning(command: .answer(text))
    }
    return LessonMeaning()
  }

  /// Whether a key is part of a number or a shape, or edits what was typed of one.
  private func belongs(_ key: Key, to line: Prompt?) -> Bool {
    let isEmpty = line?.text.isEmpty ?? true
    switch key {
    case .character(let character):
      if character.isASCII, character.isNumber || "().,-+".contains(character) { return true }
      return !isEmpty && (character == " " || character == "e")
    // ⏎ answers here, also before there is an answer: it opens no screen.
    case .enter: return true
    case .backspace, .delete, .escape, .control("u"), .left, .right, .home, .end: return !isEmpty
    default: return false
    }
  }
}
