import Lessons
import Testing

/// How much a lesson may hold: far above what anyone plays, and no more than is read at once.
@Suite("Bounds of a lesson")
struct LessonBoundsTests {
  private func sentences(_ text: String) -> [String] {
    do throws(LessonFaults) {
      _ = try LessonReader.read(text, "a.yaml")
      return []
    } catch { return error.faults.map(\.description) }
  }

  private func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map { line($0) + "\n" }.joined()
  }

  private let ask = "title: T\nsteps:\n  - ask: How many?\n    of: t\n    answer: 1\n"

  @Test("a thousand steps are a lesson, and one more is refused with both numbers")
  func steps() {
    let head = "title: T\nsteps:\n"
    #expect(sentences(head + lines(1000) { "  - say: Step \($0)." }).isEmpty)
    #expect(
      sentences(head + lines(1001) { "  - say: Step \($0)." }) == [
        "a.yaml:3:3: 'steps' holds 1001 entries, and 1000 is the most; divide them, or leave some out"
      ])
  }

  @Test("a question has at most a hundred wrong answers, and so has any list but that of commands")
  func entries() {
    #expect(sentences(ask + "    wrong:\n" + lines(100) { "      \($0 + 2): No." }).isEmpty)
    #expect(
      sentences(ask + "    wrong:\n" + lines(20_000) { "      \($0 + 2): No." }) == [
        "a.yaml:7:7: 'wrong' holds 20000 entries, and 100 is the most; divide them, or leave some out"
      ])
    let say = "title: T\nsteps:\n  - say: Look.\n"
    for key in ["check", "point", "hide"] {
      #expect(sentences(say + "    \(key):\n" + lines(100) { _ in "      - t = 0" }).isEmpty)
      #expect(
        sentences(say + "    \(key):\n" + lines(101) { _ in "      - t = 0" }) == [
          "a.yaml:5:7: '\(key)' holds 101 entries, and 100 is the most; divide them, or leave some out"
        ])
    }
    #expect(sentences(say + "    do:\n" + lines(2000) { "      - go \($0 % 50)" }).isEmpty)
  }

  @Test("a text holds ten thousand characters, however few of them are drawn")
  func texts() {
    let head = "title: T\nsteps:\n  - say: "
    #expect(sentences(head + "x " + String(repeating: "*a ", count: 3332) + "y\n").isEmpty)
    for text in [
      "x " + String(repeating: "*a ", count: 300_000),
      "a" + String(repeating: "\u{301}", count: 10_000),
    ] {
      #expect(
        sentences(head + text + "\n").map { $0.drop { $0 != " " } } == [
          " this text has \(text.unicodeScalars.count - (text.last == " " ? 1 : 0)) characters, and "
            + "10000 is the most; no screen shows more"
        ])
    }
    let key = String(repeating: "9", count: 10_001)
    #expect(
      sentences(ask + "    wrong:\n      ? \(key)\n      : No.\n") == [
        "a.yaml:7:9: this text has 10001 characters, and 10000 is the most; no screen shows more"
      ])
  }

  @Test("a hundred faults are said, the last that there are more")
  func faults() {
    let found = sentences("title: T\nsteps:\n" + lines(1000) { "  - say: Step \($0).\n    sya: x" })
    #expect(found.count == 100)
    #expect(found.first == "a.yaml:4:5: unknown key 'sya'; did you mean 'say'?")
    #expect(
      found.last
        == "a.yaml:202:5: more is wrong from here on; correct what is said up to here, and check again"
    )
  }

  @Test("in a line of thousands of steps a comment is found where it is")
  func oneLine() {
    let steps = (0..<900).map { "{say: Hello there \($0)}" }.joined(separator: ", ")
    #expect(sentences("title: T\nsteps: [\(steps)]\n").isEmpty)
    let found = sentences("title: T\nsteps: [\(steps), {say: Cut #7\n  }]\n")
    #expect(found.first?.contains("' #' begins a comment, so '#7' is cut off") == true)
  }

  @Test("a formula of thousands of parts in a sentence is refused, and no stack ends")
  func formula() {
    let sum = [String](repeating: "1", count: 4900).joined(separator: "+")
    let found = sentences("title: T\nsteps:\n  - say: It is {\(sum)}.\n")
    #expect(found.count == 1)
    #expect(
      found.first?.contains("a formula of at most 200 numbers, names and addresses is expected")
        == true)
  }
}
