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
    Scene("select lstm2; unit 58; go 15", "lstm2.cell_state[15, 58]", "0.429", "0.429"),
    Scene(
      "select lstm2; unit 58; go 15; open unit; look phase4", "lstm2.cell_state[15, 58]", "0.429",
      "0.429"),
    Scene(
      "select lstm2; unit 58; go 15; open unit; look phase4", "lstm2.forget_gate[15, 58]", "0.019",
      "0.019"),
    Scene("go last; open dense", "dense2.output[57]", "5.779", "5.779"),
    Scene("go last; open dense", "output.kernel[57, 0]", "0.514", "+0.514"),
    Scene("open shapes; select lstm1", "lstm1.output.shape", "(50, 128)", "(None, 50, 128)"),
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
            - unit 58
            - go 15
          of: lstm2.cell_state[15, 58]
          answer: 0.429
        """)
    let size = Size(width: 80, height: 24)
    let play = try #require(playing.state.lesson)
    let screen = LessonScreen(playing.state.explorer, play, size: size).source
    let part = try #require(screen.parts.first { $0.name?.text == "lstm2.cell_state" })
    let timeline = try #require(part.timeline)
    let column = try #require(timeline.column(of: 15))
    let before = screen.textRows()[part.rect.row].dropFirst(timeline.start)
      .prefix(column - timeline.start)
    #expect(before.contains { $0 != "·" && $0 != " " })
    for row in part.rect.rows {
      let covered = screen.textRows()[row].dropFirst(column)
        .prefix(part.rect.columns.upperBound - column)
      // Dots are what has not been read, and tell nothing.
      #expect(covered.allSatisfy { "? ·".contains($0) }, "\(covered)")
      #expect(covered.first == "?", "\(covered)")
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
      let part = try #require(screen.parts.first { $0.name?.text == "answer" })
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
        "lstm2.cell_state[15, 58]", "0.429", "value lstm2.cell_state[15, 58]",
        "value lstm2.cell_state[14, 58]"
      ),
      (
        "lstm2.cell_state[15, 58] > 0", "true", "value lstm2.cell_state[15, 58]",
        "value lstm2.forget_gate[15, 58]"
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

  /// A lesson on two layers with names of your own choice.
  private func open(_ steps: String, layers first: String, _ second: String) throws -> State {
    let model = try Models.load(
      """
      name: small
      network:
        input: {timesteps: 6, features: 2}
        layers:
          - {lstm: \(first), units: 3, return_sequences: true}
          - {lstm: \(second), units: 3}

      """)
    var state = try State(model, kernels: .portable)
    state.open(try Playing.lesson("title: Small\nsteps:\n\(steps)"), on: model)
    return state
  }

  @Test("a layer may have the name of a part of the screen", arguments: Playing.sizes)
  func namesOfParts(size: Size) throws {
    let step = "  - say: Look.\n    do:\n      - go 1\n      - select two\n"
    let plain = view(try open(step, layers: "one", "two"), size: size).textRows()
    for word in ["sentences", "advice", "title", "x", "head", "answer", "pipeline"] {
      let named = view(
        try open(step.replacing("two", with: word), layers: "one", word), size: size)
      let rows = named.textRows()
      #expect(
        rows.indices.filter { rows[$0].contains("cell state") }
          == plain.indices.filter { plain[$0].contains("cell state") }, "\(word)\n\(named)")
      #expect(named.row(beginning: "\(word) reads") != nil, "\(word)\n\(named)")
    }
  }

  @Test("where a layer is called advice, the reason why it cannot be built stays")
  func layerOfAdvice() throws {
    let state = try open(
      """
        - ask: Repair it.
          do:
            - set one.return_sequences false
            - select one
          repair: model.add(LSTM(3))
          replaces: one
          answer: model.add(LSTM(3, return_sequences=True))

      """, layers: "one", "advice")
    let play = try #require(state.lesson)
    let screen = LessonScreen(state.explorer, play, size: Size(width: 120, height: 40)).source
    #expect(screen.says("expected ndim=3"), "\(screen)")
    #expect(!screen.says("return_sequences again"))
  }

  @Test("e and y do not tell what a question asks, and tell everything else")
  func explainAndCopy() throws {
    for of in ["lstm2.cell_state[15, 58]", "lstm2.cell_state[15, 58] > 0"] {
      let answer = of.hasSuffix("]") ? "0.429" : "true"
      var playing = try Playing(
        asking: "- ask: What?\n  do:\n    - go 15\n    - select lstm2\n    - unit 58\n  of: \(of)\n"
          + "  answer: \(answer)")
      let sentence = "that is what the question asks; answer it first, or let n show the answer"
      for command in [Command.explain, .copy] {
        #expect(playing.state.update(command).isEmpty, "\(command)")
        #expect(playing.state.message == sentence && playing.state.isRefused, "\(command)")
      }
      _ = playing.state.update(.go(.at(14)))
      _ = playing.state.update(.explain)
      #expect(playing.state.message?.hasPrefix("lstm2.cell_state[14, 58] = ") == true)
      let effects = playing.state.update(.copy)
      #expect(effects.count == 1 && !playing.state.isRefused)
      _ = playing.state.update(.go(.at(15)))
      playing.press("n")
      _ = playing.state.update(.explain)
      #expect(playing.state.message?.hasPrefix("lstm2.cell_state[15, 58] = ") == true)
      #expect(playing.state.update(.copy).count == 1)
    }
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
    let rows = try #require(screen.parts.first { $0.name?.text == "advice" }).rect.rows
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(!screen.textRows()[row].contains { $0.isLetter })
    }
    // Keras's own words stay.
    #expect(screen.textRows()[..<rows.lowerBound].contains { $0.contains("expected ndim=3") })
    #expect(!screen.textRows().contains { $0.contains("return_sequences again") })
  }
}
