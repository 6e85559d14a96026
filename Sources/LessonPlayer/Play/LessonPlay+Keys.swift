import Lessons
import Screen
import Tutor
import Vocabulary

// What a key means in a lesson before it means anything to the screen.
extension LessonPlay {
  package func meaning(of key: Key, over explorer: Explorer) -> Meaning {
    guard let question = openQuestion else { return pathMeaning(of: key, over: explorer) }
    // Once an answer is begun every key belongs to it.
    if isTyping { return .input(.typed(key)) }
    guard !explorer.isPlaying else { return pathMeaning(of: key, over: explorer) }
    // What is typed answers wherever one looks just now.
    if begins(key, question, explorer) { return .input(.typed(key)) }
    guard !isStray(explorer) else { return pathMeaning(of: key, over: explorer) }
    if isCounting, let digit = Self.digit(key) { return .input(.command(.vote(digit))) }
    let command: Command? =
      switch question.kind.entry {
      case .options(let options, _): choosing(key, options)
      case .key: pressing(key, question)
      case .byHand: beginning(key, question)
      case .typed, .line: nil
      }
    return command.map { .input(.command($0)) } ?? meaning(of: key, in: .question)
  }

  /// The keys of a lesson that only speaks; off the path all but `n` and `p` explore.
  private func pathMeaning(of key: Key, over explorer: Explorer) -> Meaning {
    if isStray(explorer), key == .character(" ") { return .below }
    return meaning(of: key, in: .lesson)
  }

  private func meaning(of key: Key, in context: Keymap.Context) -> Meaning {
    Keymap.command(for: key, in: context, count: nil).map { .input(.command($0)) } ?? .below
  }

  private static func digit(_ key: Key) -> Int? {
    guard case .character(let character) = key, character.isASCII else { return nil }
    return character.wholeNumberValue
  }

  private func choosing(_ key: Key, _ options: [String]) -> Command? {
    guard let digit = Self.digit(key), options.indices.contains(digit - 1) else { return nil }
    return .answer("\(digit)")
  }

  /// The prompt with the first letter of a command that is asked for: who forgets the colon means no
  /// single keys.
  private func beginning(_ key: Key, _ question: Question) -> Command? {
    guard case .character(let character) = key,
      question.namesToType.contains(where: { $0.first == character })
    else { return nil }
    return .prompt(String(character))
  }

  /// Any key but those that a lesson cannot do without.
  private func pressing(_ key: Key, _ question: Question) -> Command? {
    guard let name = Keymap.name(of: key), isPress(name, for: question) else { return nil }
    return .answer(name)
  }

  /// Whether a key answers a question for one.
  func isPress(_ name: String, for question: Question) -> Bool {
    // The arrows step time in a lesson, whatever is asked.
    name == question.answer
      || !["n", "p", "H", "L", "q", "?", ":", "left", "right"].contains(name)
  }

  /// Whether an answer is begun, or a line is edited.
  var isTyping: Bool {
    guard let typed, let entry = openQuestion?.kind.entry else { return false }
    if case .line = entry { return true }
    return !typed.text.isEmpty
  }

  /// Whether a key begins an answer. The lesson's own keys do not, nor those that leave.
  private func begins(_ key: Key, _ question: Question, _ explorer: Explorer) -> Bool {
    switch (question.kind.entry, key) {
    case (.typed, .character(let character)):
      return !isCounting && !isKeyOfLesson(key, explorer) && question.isBegun(by: character)
    // ⏎ answers here, also before there is an answer: it opens no screen.
    case (.typed, .enter): return !isCounting && !isStray(explorer)
    case (.options(_, let letters), .character(let character)):
      return !isCounting && !isStray(explorer) && letters.contains(character)
    // Typing was left; ⏎ takes it up again.
    case (.line, .enter): return !isStray(explorer)
    default: return false
    }
  }

  private func isKeyOfLesson(_ key: Key, _ explorer: Explorer) -> Bool {
    Keymap.command(for: key, in: .question, count: nil) != nil
      || Keymap.command(for: key, in: explorer.context, count: nil) == .quit
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

extension Question {
  /// Whether a character begins an answer that is typed.
  fileprivate func isBegun(by character: Character) -> Bool {
    guard case .typed(let form) = kind.entry else { return false }
    return form.isBegun(by: character)
  }
}
