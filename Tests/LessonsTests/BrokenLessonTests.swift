import Foundation
import Lessons
import ModelFiles
import Phrases
import Testing

/// What is wrong with a lesson before any engine is asked. What the engine says of one is in
/// `BrokenLessonCheckTests`.
@Suite("Broken lessons")
struct BrokenLessonTests {
  private func faults(_ text: String) -> [LessonFault] {
    do throws(LessonFaults) {
      _ = try LessonReader.read(text, "a.yaml", checksModel: ModelFile.check)
      return []
    } catch { return error.faults }
  }

  private func report(_ text: String) -> String {
    do throws(LessonFaults) {
      _ = try LessonReader.read(text, "a.yaml", checksModel: ModelFile.check)
      return ""
    } catch { return "\(error)" }
  }

  @Test(
    "each is refused with its place and one sentence",
    arguments: BrokenLesson.writing + BrokenLesson.steps + BrokenLesson.questions)
  func refused(lesson: BrokenLesson) {
    #expect(faults(lesson.text).map(\.description) == [lesson.description("a.yaml")])
  }

  @Test("all faults of a lesson come at once, each with its line and a caret under the column")
  func several() {
    let text = """
      titel: T
      title: T
      minutes: long
      steps:
        - say: Look at {lstm1.forgt_gate[1, 2]} there.
          do:
            - selct lstm1
        - ask: Which shape?
          answer: (64)
          wrong:
            wide: No.
          until: t = 3
          of: t = 0
      """
    #expect(
      report(text) == """
        a.yaml:1:1: unknown key 'titel'; did you mean 'title'?
          titel: T
          ^
        a.yaml:3:10: minutes should be a whole number from 1 to 120, but 'long' stands here
          minutes: long
                   ^
        a.yaml:5:19: in 'Look at {lstm1.forgt_gate[1, 2]} there.' 'lstm1.forgt_gate[1, 2]' is not an \
        address; did you mean 'lstm1.forget_gate'?
            - say: Look at {lstm1.forgt_gate[1, 2]} there.
                            ^
        a.yaml:7:9: unknown command 'selct'; did you mean 'select'?
                - selct lstm1
                  ^
        a.yaml:12:5: 'until' belongs to a step with 'try'; move it there
              until: t = 3
              ^
        a.yaml:11:7: a wrong answer here should be a shape such as (64), but 'wide' stands here
                wide: No.
                ^
        """)
  }

  @Test("of a long line the part around the place is shown")
  func longLine() {
    let words = String(repeating: "word ", count: 40)
    let text = "title: T\nsteps:\n  - say: \(words){2 *} and \(words)\n"
    let lines = report(text).split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("a.yaml:3:214: in 'word "))
    #expect(lines[1].count <= 102)
    let caret = lines[2].count - 1
    #expect(Array(lines[1])[caret] == "}")
  }

  @Test("a report steers no terminal, whatever stands in the file")
  func safe() {
    for text in [
      "title: \u{1B}[31mT\n", "title: T\nsteps:\n  - say: \"\\e[31m\"\n    b\u{202E}c: 1\n",
    ] {
      let report = report(text)
      #expect(!report.isEmpty)
      #expect(!report.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
  }

  // MARK: - Files

  /// The sentence for a file, its folder left out.
  private func sentence(_ name: String, _ make: (String) throws -> Void) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unroll-broken-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/" + name
    try make(file)
    do throws(LessonFaults) {
      _ = try LessonReader.read(file)
      return "no fault"
    } catch { return "\(error)".replacing(folder + "/", with: "") }
  }

  private func make(_ bytes: some Collection<UInt8>) -> (String) throws -> Void {
    { try Data(bytes).write(to: URL(filePath: $0)) }
  }

  @Test("a file of 100 MB is refused before it is read")
  func large() throws {
    let clock = ContinuousClock()
    var found = ""
    let time = try clock.measure {
      found = try sentence("big.yaml") { file in
        try Data().write(to: URL(filePath: file))
        let handle = try FileHandle(forWritingTo: URL(filePath: file))
        try handle.truncate(atOffset: 100 << 20)
        try handle.close()
      }
    }
    #expect(found == "big.yaml: it is larger than 1 MiB, the most that is read")
    // Reading it would take far more memory; this is no measure of speed.
    #expect(time < .seconds(5))
  }

  @Test("a file that is not UTF-8 is refused")
  func notUTF8() throws {
    let bytes = Array("title: T".utf8) + [0xff, 0xfe, 0x0a]
    #expect(try sentence("a.yaml", make(bytes)) == "a.yaml: it is not UTF-8 text")
  }

  @Test("a folder is refused")
  func folder() throws {
    let found = try sentence("a.yaml") {
      try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: true)
    }
    #expect(found == "a.yaml: this is a folder, and a file is needed")
  }

  @Test("a file that is not there is said to be missing")
  func missing() throws {
    #expect(try sentence("a.yaml") { _ in } == "a.yaml: there is no such file")
  }

  @Test("a good file is read, whether its lines end as on Windows or begin with a mark")
  func good() throws {
    for text in [
      "title: T\r\nsteps:\r\n  - say: Look.\r\n", "\u{FEFF}title: T\nsteps:\n  - say: Look.\n",
    ] {
      #expect(try sentence("a.yaml", make(Array(text.utf8))) == "no fault")
    }
  }
}
