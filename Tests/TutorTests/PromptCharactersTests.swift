import Engine
import Screen
import Testing
import Wording

@testable import LessonPlayer
@testable import Tutor

/// Typed text whose scalars join to characters: what is edited is what is drawn.
@Suite("Prompt, by characters")
struct PromptCharactersTests {
  private func prompt(_ keys: [Key]) -> Prompt {
    var prompt = Prompt("", history: [])
    for key in keys { _ = prompt.press(key, completions: { _ in [] }) }
    return prompt
  }

  /// One key for each scalar, as a terminal sends them.
  private func keys(_ text: String) -> [Key] {
    text.unicodeScalars.map { .character(Character($0)) }
  }

  @Test(
    "scalars that join are one character to the cursor and to backspace",
    arguments: [
      "ก\u{E33}", "न\u{93F}", "ᄀ\u{1161}\u{11A8}", "🇩🇪", "👍🏽", "👩‍💻", "e\u{301}", "✊\u{FE0F}",
      "\u{301}",
    ])
  func joins(character: String) {
    #expect(prompt(keys(character) + keys("a")).cursor == 2)
    #expect(prompt(keys(character) + keys("a")).text == character + "a")
    #expect(prompt(keys(character) + [.backspace]).text == "")
    #expect(prompt(keys("a" + character)).text == "a" + character)
    #expect(prompt(keys(character) + [.home, .delete]).text == "")
    #expect(prompt(keys(character + "b") + [.home, .right] + keys("c")).text == character + "cb")
  }

  @Test("where both sides join, the cursor stands behind what they join to")
  func joinsBothSides() {
    let flag = prompt(keys("🇩x🇪") + [.left, .backspace])
    #expect(flag.text == "🇩🇪" && flag.cursor == 1)
    let before = prompt(keys("🇪🇫🇷") + [.home] + keys("🇩"))
    #expect(before.text == "🇩🇪🇫🇷" && before.cursor == 1)
  }

  @Test("a single character of thousands of marks is bounded as a line is")
  func bounded() throws {
    let marks = keys("a" + String(repeating: "\u{301}", count: 5000))
    #expect(prompt(marks).text.unicodeScalars.count == Prompt.longest)
    #expect(prompt(marks + [.backspace]).text == "")
    var state = try Models.tutor()
    try Models.run("prompt a" + String(repeating: "\u{301}", count: 5000), on: &state)
    #expect(state.prompt?.text.unicodeScalars.count == Prompt.longest)
  }

  @Test("the cursor lies on the cells of its character, none, one or several")
  func window() {
    func window(_ text: String, _ keys: [Key], _ room: Int) -> [String] {
      let window = prompt(self.keys(text) + keys).window(room)
      return [window.before, window.under, window.behind]
    }
    #expect(window("abc", [], 8) == ["abc", " ", ""])
    #expect(window("ก\u{E33}b", [.home], 8) == ["", "ก\u{E33}", "b"])
    #expect(window("\u{301}b", [.home], 8) == ["", "\u{301}b", ""])
    #expect(window("🇩🇪🇩🇪🇩🇪", [], 4) == ["🇩🇪", " ", ""])
    #expect(window("abcdef", [.left, .left], 3) == ["cd", "e", ""])
    #expect(window("abcdef", [.home], 3) == ["", "a", "bc"])
  }

  @Test("an answer is typed as a command is, with scalars that join")
  func answers() throws {
    var playing = try Playing(
      asking: """
        - ask: Mend it.
          repair: LSTM(64)
          replaces: lstm1
          answer: LSTM(64, return_sequences=True)
          wrong:
            LSTM(32): No.
        """)
    for key in keys("ก\u{E33}🇩🇪👍🏽न\u{93F}\u{301}") + [.left, .backspace, .home, .delete] {
      playing.press(key)
      for size in Playing.sizes { #expect(view(playing.state, size: size).faults == 0) }
    }
    #expect(playing.state.lesson?.typed?.text == "STM(64)ก\u{E33}🇩🇪न\u{93F}\u{301}")
  }

  @Test("random keys keep text and cursor as a list of scalars has them", arguments: 0..<20)
  func randomAtLength(seed: Int) throws {
    var chance = SplitMix64(seed: UInt64(seed))
    let scalars = Array(
      "a ;ก\u{E33}न\u{93F}\u{94D}ᄀ\u{1161}\u{11A8}🇩🇪👍🏽👩\u{200D}💻e\u{301}\u{FE0F}\u{20E3}漢\u{0}\r\n"
        .unicodeScalars)
    let editing: [Key] = [
      .backspace, .delete, .left, .right, .home, .end, .tab, .up, .down, .control("a"),
      .control("e"),
    ]
    var state = try Models.tutor()
    for line in ["go 1", "🇩🇪ก"] {
      try Models.run("prompt", on: &state)
      for character in line { state.press(.character(character)) }
      state.press(.enter)
    }
    var model = ScalarLine()
    try Models.run("prompt", on: &state)
    for step in 0..<200 {
      let key =
        chance.next() % 3 == 0
        ? editing[Int(chance.next() % UInt64(editing.count))]
        : .character(Character(scalars[Int(chance.next() % UInt64(scalars.count))]))
      if state.prompt?.text.isEmpty == true, key == .backspace { continue }
      state.press(key)
      let prompt = try #require(state.prompt)
      switch key {
      // What is recalled or completed is not the model's concern.
      case .tab, .up, .down: model = ScalarLine(prompt)
      default: model.press(key)
      }
      #expect(Array(prompt.text.unicodeScalars) == model.scalars, "after \(key)")
      #expect(prompt.cursor == model.characters(before: model.cursor), "after \(key)")
      #expect(prompt.before + prompt.behind == prompt.text)
      guard step % 10 == 0 else { continue }
      let frame = view(state, size: Size(width: 60, height: 18))
      #expect(frame.faults == 0)
      #expect((2..<60).contains { frame[$0, 17].style.reversed })
    }
  }
}

/// A line as a list of scalars with a place in it, which lies between two characters.
private struct ScalarLine {
  var scalars: [Unicode.Scalar] = []
  var cursor = 0

  init() {}

  init(_ prompt: Prompt) {
    scalars = Array(prompt.text.unicodeScalars)
    cursor = prompt.before.unicodeScalars.count
  }

  /// The places between characters, both ends among them.
  private var places: [Int] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text).reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.unicodeScalars.count) }
  }

  func characters(before place: Int) -> Int { places.count { $0 < place } }

  mutating func press(_ key: Key) {
    let before = places.last { $0 < cursor } ?? 0
    let behind = places.first { $0 > cursor } ?? scalars.count
    switch key {
    case .character(let character):
      guard scalars.count < 500 else { return }
      scalars.insert(contentsOf: character.unicodeScalars, at: cursor)
      cursor += character.unicodeScalars.count
    case .backspace:
      scalars.removeSubrange(before..<cursor)
      cursor = before
    case .delete: scalars.removeSubrange(cursor..<behind)
    case .left: cursor = before
    case .right: cursor = behind
    case .home, .control("a"): cursor = 0
    default: cursor = scalars.count
    }
    cursor = places.first { $0 >= cursor } ?? scalars.count
  }
}
