import Lessons
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("Covering")
struct CoveringTests {
  /// A question, and the answer as the screen would write it.
  struct Scene: Sendable, CustomTestStringConvertible {
    var commands: String
    var of: String
    var answer: String
    var written: String
    var testDescription: String { "\(of) after \(commands)" }

    init(_ commands: String, _ of: String, _ answer: String, _ written: String) {
      self.commands = commands
      self.of = of
      self.answer = answer
      self.written = written
    }

    var step: String {
      let list = commands.split(separator: ";").map { "    - \($0.trimmingPrefix(" "))\n" }.joined()
      return "- ask: What is it?\n  do:\n\(list)  of: \(of)\n  answer: \(answer)\n"
    }
  }

  static let scenes = [
    Scene("select lstm2; unit 29; go 15", "lstm2.cell_state[15, 29]", "0.368", "0.368"),
    Scene(
      "select lstm2; unit 29; go 15; open unit; look phase4", "lstm2.cell_state[15, 29]", "0.368",
      "0.368"),
    Scene(
      "select lstm2; unit 29; go 15; open unit; look phase4", "lstm2.forget_gate[15, 29]", "0.165",
      "0.165"),
    Scene("open shapes; select lstm1", "lstm1.output.shape", "(50, 128)", "(50, 128)"),
    Scene("open shapes; select lstm1", "lstm1.parameters", "71,168", "71,168"),
    Scene("open shapes; select lstm2", "lstm2.units", "64", "64"),
  ]

  @Test("while a question is open its answer is nowhere on the frame", arguments: scenes)
  func covered(scene: Scene) throws {
    let formula = try Formula(parsing: scene.of)
    var playing = try Playing(asking: scene.step)
    let value = try playing.state.moment.value(of: formula)
    let question = try #require(playing.state.lesson?.openQuestion)
    try #require(question.agrees(value, with: question.value), "\(value)")
    var wasThere = false
    for size in Playing.sizes {
      wasThere = wasThere || Self.holds(bareView(playing.state.explorer, size: size), scene.written)
      let frame = view(playing.state, size: size)
      #expect(!Self.holds(frame, scene.written), "\(size)\n\(frame)")
    }
    #expect(wasThere, "without the question the answer is not on the screen either")
    playing.press("n")
    for size in Playing.sizes {
      #expect(Self.holds(view(playing.state, size: size), scene.written))
    }
  }

  /// Whether a number or a shape stands on a frame as a word of its own, below the title.
  private static func holds(_ frame: Canvas, _ written: String) -> Bool {
    frame.textRows().dropFirst().contains { line in
      var rest = line[...]
      while let range = rest.firstRange(of: written) {
        let before = rest[..<range.lowerBound].last
        let after = rest[range.upperBound...].first
        if before?.isNumber != true && after?.isNumber != true { return true }
        rest = rest[range.upperBound...]
      }
      return false
    }
  }

  @Test("of a row over time what lies before the timestep that is asked for stays")
  func before() throws {
    let playing = try Playing(
      asking: """
        - ask: What is it?
          do:
            - select lstm2
            - unit 29
            - go 15
          of: lstm2.cell_state[15, 29]
          answer: 0.368
        """)
    let size = Size(width: 80, height: 24)
    let play = try #require(playing.state.lesson)
    let screen = LessonScreen(playing.state.explorer, play, size: size).source
    let part = try #require(screen.parts.first { $0.name == "lstm2.cell_state" })
    let timeline = try #require(part.timeline)
    let column = try #require(timeline.column(of: 15))
    let before = screen.textRows()[part.rect.row].dropFirst(timeline.start)
      .prefix(column - timeline.start)
    #expect(before.contains { $0 != "·" && $0 != " " })
    for row in part.rect.rows {
      let covered = screen.textRows()[row].dropFirst(column)
        .prefix(part.rect.columns.upperBound - column)
      #expect(covered.first == "?" || part.rect.height > 1, "\(covered)")
      // What has not been read stays so.
      #expect(covered.allSatisfy { "?· ".contains($0) }, "\(covered)")
    }
  }

  @Test("what a lesson hides is covered until the question is answered")
  func hides() throws {
    var playing = try Playing(
      asking: """
        - ask: What does it say in the end?
          do: go last
          hide: answer
          answer: set
          wrong:
            not set: No.
          of: t = 0
        """)
    let size = Size(width: 80, height: 24)
    func part(_ playing: Playing) throws -> [String] {
      let play = try #require(playing.state.lesson)
      let screen = LessonScreen(playing.state.explorer, play, size: size).source
      let part = try #require(screen.parts.first { $0.name == "answer" })
      let rows = screen.textRows()
      return part.rect.rows.map { row in
        String(rows[row].dropFirst(part.rect.column).prefix(part.rect.width))
      }
    }
    let covered = try part(playing).joined().filter { $0.isLetter || $0.isNumber }
    playing.press("n")
    let shown = try part(playing).joined().filter { $0.isLetter || $0.isNumber }
    #expect(!shown.isEmpty)
    #expect(covered.isEmpty)
  }

  @Test("the code does not give a shape away that is asked for", arguments: ["keras", "pytorch"])
  func code(language: String) throws {
    let playing = try Playing(
      asking: """
        - ask: Which shape?
          do:
            - open shapes
            - look \(language)
          of: lstm1.output.shape
          answer: (50, 128)
        """)
    let play = try #require(playing.state.lesson)
    for size in Playing.sizes {
      let text = LessonScreen(playing.state.explorer, play, size: size).source.textRows().joined()
        .filter { $0 != " " }
      #expect(!text.contains("(50,128)") && !text.contains("(batch,50,128)"))
    }
  }

  @Test(
    "the prompt does not tell what a question asks, and tells everything else",
    arguments: [
      ("lstm1.output.shape", "(50, 128)", "value lstm1.output.shape", "value lstm2.output.shape"),
      (
        "lstm2.cell_state[15, 29]", "0.368", "value lstm2.cell_state[15, 29]",
        "value lstm2.cell_state[14, 29]"
      ),
      (
        "lstm2.cell_state[15, 29] > 0", "true", "value lstm2.cell_state[15, 29]",
        "value lstm2.forget_gate[15, 29]"
      ),
    ])
  func prompt(of: String, answer: String, asked: String, other: String) throws {
    var playing = try Playing(
      asking: "- ask: What?\n  do: go 20\n  of: \(of)\n  answer: \(answer)")
    func say(_ text: String) throws -> String? {
      _ = playing.state.update(try Command(parsing: text))
      return playing.state.message
    }
    let sentence = "that is what the question asks; answer it first, or let n show the answer"
    #expect(try say(asked) == sentence)
    #expect(try say(other) != sentence)
    #expect(!playing.state.isRefused)
    playing.press("n")
    #expect(try say(asked)?.hasPrefix(asked.dropFirst(6)) == true)
  }

  @Test(
    "the screen's own advice is covered while a line is to be mended", arguments: [false, true])
  func advice(onShapes: Bool) throws {
    let playing = try Playing(
      asking: """
        - ask: Repair it.
          do:
            - set lstm1.return_sequences false
            - select lstm1
            - open \(onShapes ? "shapes" : "network")
          repair: model.add(LSTM(128))
          replaces: lstm1
          answer: model.add(LSTM(128, return_sequences=True))
        """)
    let size = Size(width: 120, height: 40)
    let play = try #require(playing.state.lesson)
    let screen = LessonScreen(playing.state.explorer, play, size: size).source
    let rows = try #require(screen.parts.first { $0.name == "advice" }).rect.rows
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(!screen.textRows()[row].contains { $0.isLetter })
    }
    // Keras's own words stay.
    #expect(screen.textRows()[..<rows.lowerBound].contains { $0.contains("expected ndim=3") })
    #expect(!screen.textRows().contains { $0.contains("return_sequences again") })
  }
}
