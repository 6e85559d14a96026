import Engine
import Screen
import Vocabulary
import Wording

/// The line in which commands are typed: its text, the place in it, and what was typed before.
///
/// It is edited by characters as they are drawn, whatever they are made of. What is typed may join
/// what stands beside it to one character, so the cursor is never moved by what was put in: it is
/// found anew from what stands before it.
package struct Prompt: Hashable, Sendable {
  package private(set) var text: String
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int
  private let history: [String]
  /// Which of the earlier lines is shown; `history.count` is the one being typed.
  private var line: Int
  private var typed: String

  /// How many scalars a line holds: one character may be made of any number of them.
  static let longest = 500
  /// How many earlier lines are kept.
  static let mostLines = 200

  /// What is longer than a line is cut.
  package init(_ text: String, history: [String]) {
    let text = String(text.unicodeScalars.prefix(Self.longest))
    self.text = text
    cursor = text.count
    self.history = history
    line = history.count
    typed = text
  }

  /// What a key comes to in the prompt.
  package enum Outcome: Hashable {
    case editing
    case cancelled
    case entered(String)
  }

  /// Edits the line by a key; `completions` are the words that may stand at the cursor.
  package mutating func press(_ key: Key, completions: (String) -> [String]) -> Outcome {
    switch key {
    case .escape: return .cancelled
    case .control("c"), .control("g"): return .cancelled
    case .enter: return .entered(text)
    case .character(let character): insert(String(character))
    case .backspace:
      if cursor > 0 {
        put(before.dropLast(), behind)
      } else if text.isEmpty {
        return .cancelled
      }
    case .delete: put(before, behind.dropFirst())
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): put("", "")
    case .up: recall(line - 1)
    case .down: recall(line + 1)
    case .tab: complete(completions(String(before)))
    default: break
    }
    return .editing
  }

  /// What stands before the cursor, and behind it.
  package var before: Substring { text.prefix(cursor) }
  package var behind: Substring { text.dropFirst(cursor) }

  private mutating func insert(_ piece: String) {
    guard text.unicodeScalars.count + piece.unicodeScalars.count <= Self.longest else { return }
    put(before + piece, behind)
  }

  /// Puts another text in the place of this one. Where both sides join to one character, the cursor
  /// stands behind it.
  private mutating func put(_ before: some StringProtocol, _ behind: some StringProtocol) {
    text = String(before) + String(behind)
    let scalars = before.unicodeScalars.count
    var place = text.startIndex
    var passed = 0
    cursor = 0
    while passed < scalars {
      let next = text.index(after: place)
      passed += text.unicodeScalars.distance(from: place, to: next)
      cursor += 1
      place = next
    }
  }

  private mutating func recall(_ index: Int) {
    guard index >= 0, index <= history.count, index != line else { return }
    if line == history.count { typed = text }
    line = index
    put(index == history.count ? typed : history[index], "")
  }

  /// Adds what all completions of the word before the cursor have in common.
  private mutating func complete(_ words: [String]) {
    let word = Self.word(before: String(before))
    guard let first = words.first else { return }
    let common = words.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let rest = common.dropFirst(word.count)
    insert(String(rest) + (words.count == 1 ? " " : ""))
  }

  /// The word that is being typed: what stands behind the last space or `;`.
  static func word(before text: String) -> String {
    String(text.reversed().prefix { $0 != " " && $0 != ";" }.reversed())
  }
}

extension Prompt {
  /// The part of the line that `room` cells have room for, the cursor in it: what stands before the
  /// cursor, what it lies on, and what comes behind.
  package func window(_ room: Int) -> (before: String, under: String, behind: String) {
    var rest = behind
    // What takes no cell of its own is passed together with what it stands before.
    var under = ""
    while Cleaning.width(of: under) == 0, let next = rest.popFirst() { under.append(next) }
    if Cleaning.width(of: under) == 0 { under += " " }
    var left = room - Cleaning.width(of: under)
    func fitting(_ characters: some Sequence<Character>) -> [Character] {
      characters.prefix { character in
        left -= Cleaning.width(of: String(character))
        return left >= 0
      }
    }
    let before = fitting(before.reversed()).reversed()
    left = room - Cleaning.width(of: under + String(before))
    return (String(before), under, String(fitting(rest)))
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
