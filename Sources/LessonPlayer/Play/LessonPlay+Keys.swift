import Lessons
import Screen
import Tutor
import Vocabulary

// What a key means in a lesson before it means anything to the screen.
extension LessonPlay {
  package func meaning(of key: Key, over explorer: Explorer) -> Meaning {
    guard let question = openQuestion, !isStray(explorer), !explorer.isPlaying else {
      return pathMeaning(of: key, over: explorer)
    }
    if isCounting, let digit = Self.digit(key) { return .input(.command(.vote(digit))) }
    let answer: Input? =
      switch question.kind.entry {
      case .typed(_, let first, let further):
        !isCounting && isTyped(key, first, further) ? .typed(key) : nil
      // Typing was left; ⏎ takes it up again.
      case .line: typed != nil || key == .enter ? .typed(key) : nil
      case .options(let options, let letters):
        choosing(key, options, letters).map { .command($0) }
      case .key: pressing(key, question).map { .command($0) }
      case .byHand: nil
      }
    return answer.map { .input($0) } ?? meaning(of: key, in: .question)
  }

  /// The keys of a lesson that only speaks; off the path all but `n` and `p` explore.
  private func pathMeaning(of key: Key, over explorer: Explorer) -> Meaning {
    if isStray(explorer), key == .character(" ") { return .below }
    if !isStray(explorer), key == .left { return .input(.command(.previous)) }
    return meaning(of: key, in: .lesson)
  }

  private func meaning(of key: Key, in context: Keymap.Context) -> Meaning {
    Keymap.command(for: key, in: context, count: nil).map { .input(.command($0)) } ?? .below
  }

  private static func digit(_ key: Key) -> Int? {
    guard case .character(let character) = key, character.isASCII else { return nil }
    return character.wholeNumberValue
  }

  private func choosing(_ key: Key, _ options: [String], _ letters: [Character]) -> Command? {
    if let digit = Self.digit(key), options.indices.contains(digit - 1) {
      return .answer("\(digit)")
    }
    guard case .character(let character) = key, let place = letters.firstIndex(of: character)
    else { return nil }
    return .answer(options[place])
  }

  /// Any key but those that a lesson cannot do without.
  private func pressing(_ key: Key, _ question: Question) -> Command? {
    guard let name = Keymap.name(of: key), isPress(name, for: question) else { return nil }
    return .answer(name)
  }

  /// Whether a key answers a question for one.
  func isPress(_ name: String, for question: Question) -> Bool {
    name == question.answer || !["n", "p", "H", "L", "q", "?", ":"].contains(name)
  }

  /// Whether a key is part of a value, or edits what was typed of one.
  private func isTyped(_ key: Key, _ first: String, _ further: String) -> Bool {
    let isEmpty = typed?.text.isEmpty ?? true
    switch key {
    case .character(let character):
      return first.contains(character) || !isEmpty && further.contains(character)
    // ⏎ answers here, also before there is an answer: it opens no screen.
    case .enter: return true
    case .backspace, .delete, .escape, .control("u"), .left, .right, .home, .end: return !isEmpty
    default: return false
    }
  }

  /// Types into the answer.
  package mutating func type(_ key: Key, over explorer: inout Explorer) -> Response {
    var line: Prompt
    let isLine: Bool
    if case .line(let text) = openQuestion?.kind.entry {
      guard let now = typed else {
        typed = left ?? Prompt(text, history: [])
        return .done()
      }
      (line, isLine) = (now, true)
    } else {
      (line, isLine) = (typed ?? Prompt("", history: []), false)
    }
    switch line.press(key, completions: { _ in [] }) {
    case .editing:
      typed = line
      explorer.greet(nil)
    case .cancelled:
      left = isLine ? line : nil
      typed = nil
    case .entered(let text):
      guard text.contains(where: { !$0.isWhitespace }) else { return .done() }
      return .command(.answer(text))
    }
    return .done()
  }
}
