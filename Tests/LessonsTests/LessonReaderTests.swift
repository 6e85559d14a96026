import Documents
import ModelFiles
import Testing
import Vocabulary

@testable import Lessons

@Suite("LessonReader")
struct LessonReaderTests {
  private func read(_ text: String) throws -> Lesson {
    try LessonReader.read(text, "lessons/07-good.yaml")
  }

  /// The question of a lesson that has one step.
  private func question(_ step: String) throws -> Question {
    let lines = step.split(separator: "\n", omittingEmptySubsequences: false)
    let text = "title: T\nsteps:\n" + lines.map { "  \($0)\n" }.joined()
    return try #require(try read(text).steps.first?.question)
  }

  private let whole = """
    title: What leaves a layer
    summary: One sentence
      over two lines.
    minutes: 7
    model: weather
    observation: 12
    notes: Begin slowly.
    steps:
      - check:
          - timesteps = 50
        do:
          - select lstm1
      - say: >-
          The gate *closes*: {lstm1.forget_gate[12, 5]:.2}
          of it stays. # is no remark here.
        do:
          - select lstm1
          - play to 49 in 6s
        point:
          - lstm1.hidden_state
          - ruler
        pause: 1.5
        notes: Wait for questions.
      - ask: What leaves?
        do: go 0
        of: lstm2.output.shape
        with: set lstm2.return_sequences false
        answer: (64)
        hide: answer
        check: t = 0
        wrong:
          (50, 64):
            idea: every hidden state leaves
            of: (timesteps, lstm2.units)
            with:
              - restore
            say: That is every hidden state.
          (50): 50 counts timesteps.
        hint: How many units?
        way: Count what leaves.
        because: Only h[49] leaves.
    """

  @Test("the keys of a lesson are read, a sentence over two lines as one")
  func lesson() throws {
    let lesson = try read(whole)
    #expect(lesson.file == "lessons/07-good.yaml")
    #expect(lesson.name == "07-good")
    #expect(lesson.title == "What leaves a layer")
    #expect(lesson.summary == "One sentence over two lines.")
    #expect(lesson.minutes == 7)
    #expect(lesson.observation == 12)
    #expect(lesson.notes == "Begin slowly.")
    guard case .named(let model) = lesson.model else {
      Issue.record("the model is no name")
      return
    }
    #expect(model == "weather")
    #expect(lesson.modelPlace == Place("lessons/07-good.yaml", line: 5, column: 8))
    #expect(lesson.observationPlace == Place("lessons/07-good.yaml", line: 6, column: 14))
    #expect(lesson.steps.map(\.isShown) == [false, true, true])
  }

  @Test("a lesson without them has the usual model, no summary and the model's own observation")
  func defaults() throws {
    let lesson = try read("title: T\nsteps:\n  - say: Look.\n")
    guard case .named(let model) = lesson.model else {
      Issue.record("the model is no name")
      return
    }
    #expect(model == ModelLibrary.usual)
    #expect(lesson.summary.isEmpty)
    #expect(lesson.minutes == nil && lesson.observation == nil && lesson.notes == nil)
    let step = try #require(lesson.steps.first)
    #expect(step.commands.isEmpty && step.points.isEmpty && step.hides.isEmpty)
    #expect(step.checks.isEmpty && step.notes == nil && step.pause == 0)
  }

  @Test("a step of any kind has notes; those of silent ones belong to the step they lead to")
  func stepNotes() throws {
    let lesson = try read(
      """
      title: T
      steps:
        - do: go 1
          notes: One.
        - check: t = 1
          notes: >-
            Two: over
            two lines.
        - say: Look.
        - ask: Which?
          answer: 3
          notes: Three.
          of: t = 0
        - try: Go on.
          until: t = 2
          solution: go 2
          because: Done.
          notes: Four.
        - check: t = 2
          notes: Five.
      """)
    #expect(
      lesson.steps.map(\.notes)
        == ["One.", "Two: over two lines.", nil, "Three.", "Four.", "Five."])
    #expect(
      [2, 3, 4, 6].map(lesson.notes(atStep:)) == [
        ["One.", "Two: over two lines."], ["Three."], ["Four."], ["Five."],
      ])
  }

  @Test("a step that says something is read with all that it does")
  func talkingStep() throws {
    let steps = try read(whole).steps
    #expect(steps[0].commands.map(\.command) == [.select(.named("lstm1"))])
    #expect(steps[0].checks.map(\.condition.text) == ["timesteps = 50"])
    #expect(steps[0].question == nil)
    let step = steps[1]
    guard case .text(let text) = step.content else {
      Issue.record("the second step is no text")
      return
    }
    #expect(
      text.words
        == "The gate *closes*: {lstm1.forget_gate[12, 5]:.2} of it stays. # is no remark here.")
    #expect(
      step.commands.map(\.command) == [
        .select(.named("lstm1")), .playTo(49, milliseconds: 6000),
      ])
    #expect(step.commands.map(\.place.line) == [17, 18])
    #expect(step.points.map(\.text) == ["lstm1.hidden_state", "ruler"])
    #expect(step.points[0].quantity == Quantity(layer: "lstm1", .hiddenState))
    #expect(step.points[1].quantity == nil)
    #expect(step.pause == 1.5)
    #expect(step.notes == "Wait for questions.")
    #expect(step.place == Place("lessons/07-good.yaml", line: 13, column: 5))
  }

  @Test("a mark that joins the space before it is not lost with that")
  func joinedSpace() throws {
    let steps = try read(
      "title: T\nsteps:\n  - say: A \u{E33} sign.\n    do:\n      - mark \u{E33}\n"
    ).steps
    #expect(steps[0].commands.map(\.command) == [.mark("\u{E33}")])
    guard case .text(let text) = steps[0].content else {
      Issue.record("the step is no text")
      return
    }
    #expect(text.words == "A \u{E33} sign.")
  }

  @Test("a question is read with what is computed for its answer and for each mistake")
  func wholeQuestion() throws {
    let step = try read(whole).steps[2]
    #expect(step.commands.map(\.command) == [.go(.at(0))])
    #expect(step.hides.map(\.text) == ["answer"])
    #expect(step.checks.map(\.condition.text) == ["t = 0"])
    let question = try #require(step.question)
    #expect(question.prompt.words == "What leaves?")
    guard case .shape(let shape) = question.value, question.kind is ShapeQuestion else {
      Issue.record("the question asks for no shape")
      return
    }
    #expect(shape == [64])
    #expect(question.answer == "(64)")
    #expect(question.answerPlace == Place("lessons/07-good.yaml", line: 28, column: 13))
    #expect(question.measure?.formula == .quantity(Quantity(layer: "lstm2", .shape)))
    #expect(question.measure?.text == "lstm2.output.shape")
    #expect(
      question.measure?.commands.map(\.command) == [
        .set(layer: "lstm2", flag: .returnSequences, value: false)
      ])
    #expect(question.claim == nil)
    #expect(question.hint?.words == "How many units?")
    #expect(question.way?.words == "Count what leaves.")
    #expect(question.because?.words == "Only h[49] leaves.")
    #expect(question.options == nil)

    #expect(question.wrong.map(\.answer) == ["(50, 64)", "(50)"])
    let wrong = question.wrong[0]
    #expect(wrong.idea == "every hidden state leaves")
    #expect(wrong.sentence.words == "That is every hidden state.")
    #expect(wrong.place == Place("lessons/07-good.yaml", line: 32, column: 7))
    guard case .gives(let measure) = wrong.computed else {
      Issue.record("the first mistake gives nothing")
      return
    }
    #expect(measure.text == "(timesteps, lstm2.units)")
    #expect(measure.commands.map(\.command) == [.restore])
    #expect(question.wrong[1].computed == nil)
    #expect(question.wrong[1].sentence.words == "50 counts timesteps.")
  }

  @Test(
    "a number's tolerance is half a unit of its last digit, unless one is written",
    arguments: [
      ("0.37", nil, 0.37, 0.005), ("71,168", nil, 71_168, 0.5), ("-2.7", nil, -2.7, 0.05),
      ("0.37", "0.02", 0.37, 0.02), ("0.37", "0", 0.37, 0),
    ] as [(String, String?, Double, Double)])
  func numbers(answer: String, written: String?, value: Double, tolerance: Double) throws {
    let key = written.map { "\n  tolerance: \($0)" } ?? ""
    let question = try question("- ask: How much?\n  of: t\n  answer: \(answer)\(key)")
    guard case .number(let number) = question.value,
      let found = (question.kind as? NumberQuestion)?.tolerance
    else {
      Issue.record("the question asks for no number")
      return
    }
    #expect(number == value)
    #expect((found - tolerance).magnitude < 1e-12)
    #expect(question.measure?.formula == .name("t"))
  }

  @Test("true and false make a question of what holds")
  func truth() throws {
    let question = try question(
      """
      - ask: Does it?
        of: t > 4
        answer: false
        wrong:
          true:
            if: t = 5
            with: go 4
            say: Not yet.
      """)
    guard case .truth(let truth) = question.value, question.kind is TruthQuestion else {
      Issue.record("the question does not ask what holds")
      return
    }
    #expect(!truth)
    #expect(question.options == ["true", "false"])
    #expect(question.claim?.condition.text == "t > 4")
    #expect(question.measure == nil)
    guard case .needs(let needed, let commands) = question.wrong[0].computed else {
      Issue.record("the mistake needs nothing")
      return
    }
    #expect(needed.condition.text == "t = 5")
    #expect(commands.map(\.command) == [.go(.at(4))])
  }

  @Test("a text makes a choice between it and the wrong ones, in an order that stays the same")
  func choice() throws {
    let step = """
      - ask: Which?
        answer: the forget gate
        wrong:
          the input gate: No.
          the output gate: Not that.
          No: Neither.
        of: t = 0
      """
    let options = try #require(try question(step).options)
    #expect(
      options.sorted() == ["No", "the forget gate", "the input gate", "the output gate"])
    for _ in 0..<5 { #expect(try question(step).options == options) }
  }

  @Test("the right choice does not always stand in the same place")
  func shuffling() throws {
    let places = try (0..<20).map { number in
      let options = try question(
        """
        - ask: Which?
          answer: right \(number)
          wrong:
            wrong \(number): No.
            false \(number): No.
          of: t = 0
        """
      ).options
      return try #require(options?.firstIndex(of: "right \(number)"))
    }
    #expect(Set(places) == [0, 1, 2])
  }

  @Test("a room votes between a shape or number and the wrong ones, as many as there are digits")
  func ballot() throws {
    let wrong = (1...12).map { "\n    \($0): No." }.joined()
    let places = try (100..<140).map { answer in
      let step = "- ask: How many?\n  of: t\n  answer: \(answer)\n  wrong:" + wrong
      let ballot = try #require(try question(step).ballot)
      #expect(ballot.count == 9)
      #expect(try question(step + "\n  hint: Think.").ballot == ballot)
      return try #require(ballot.firstIndex(of: "\(answer)"))
    }
    #expect(Set(places).count > 5)
    #expect(try question("- ask: How many?\n  of: t\n  answer: 3").ballot == nil)
    let shape = try question("- ask: Which?\n  of: (3)\n  answer: (3)\n  wrong:\n    (4): No.")
    #expect(shape.ballot?.sorted() == ["(3)", "(4)"] && shape.options == nil)
    let truth = try question("- ask: So?\n  of: t > 1\n  answer: true\n  wrong:\n    false: No.")
    #expect(truth.ballot == truth.options)
  }

  @Test("the largest of several formulas is one of their texts")
  func largest() throws {
    let question = try question(
      """
      - ask: Which is larger?
        larger:
          - lstm1.units
          - lstm2.units
        answer: lstm1.units
        wrong:
          lstm2.units: It has half.
      """)
    guard let parts = (question.kind as? LargestQuestion)?.compared else {
      Issue.record("the question does not ask for the largest")
      return
    }
    #expect(parts.map(\.text) == ["lstm1.units", "lstm2.units"])
    #expect(parts.map(\.formula) == [.name("lstm1.units"), .name("lstm2.units")])
    #expect(question.options == ["lstm1.units", "lstm2.units"])
  }

  @Test("a key to press is a character or a name", arguments: ["r", "left", "space", "'1'"])
  func press(key: String) throws {
    let question = try question("- ask: Press it.\n  press: true\n  answer: \(key)")
    guard question.kind is PressQuestion, question.value == .key(question.answer) else {
      Issue.record("the question asks for no key")
      return
    }
    #expect(question.answer == key.filter { $0 != "'" })
  }

  @Test("a line to repair has its layer")
  func repair() throws {
    let question = try question(
      """
      - ask: Repair it.
        repair: model.add(LSTM(128))
        replaces: lstm1
        answer: model.add(LSTM(128, return_sequences=True))
        wrong:
          model.add(LSTM(64)): Fewer units.
      """)
    guard let kind = question.kind as? RepairQuestion else {
      Issue.record("the question has no line to repair")
      return
    }
    #expect(kind.line == "model.add(LSTM(128))")
    #expect(kind.layer == "lstm1")
    #expect(question.wrong.map(\.answer) == ["model.add(LSTM(64))"])
  }

  @Test("something to do by hand has its end, a way there, and mistakes with their conditions")
  func attempt() throws {
    let question = try question(
      """
      - try: Go to the 3.
        until:
          - t = 15
          - screen = network
        solution:
          - go 15
          - select lstm2
        wrong:
          t = 4:
            with: go 4
            say: That is the first 7.
        hint: It comes later.
        because: There it was.
      """)
    guard let kind = question.kind as? AttemptQuestion else {
      Issue.record("the question is nothing to do")
      return
    }
    #expect(kind.until.map(\.condition.text) == ["t = 15", "screen = network"])
    #expect(kind.solution.map(\.command) == [.go(.at(15)), .select(.named("lstm2"))])
    #expect(question.answer == "go 15; select lstm2")
    #expect(question.wrong.map(\.condition?.text) == ["t = 4"])
    #expect(question.wrong.map(\.sentence.words) == ["That is the first 7."])
    #expect(question.wrong.map { $0.mistake.map(\.command) } == [[.go(.at(4))]])
    #expect(question.hint?.words == "It comes later.")
    #expect(question.because?.words == "There it was.")
  }

  @Test("a network of its own stands in the lesson")
  func ownNetwork() throws {
    let lesson = try read(
      """
      title: T
      model:
        name: small
        network:
          input: {timesteps: 3, features: 2}
          layers:
            - lstm: lstm
              units: 1
      steps:
        - say: Look.
      """)
    guard case .own(let value) = lesson.model else {
      Issue.record("the model is a name")
      return
    }
    #expect(try ModelFile(value, of: lesson.file).name == "small")
  }

  @Test("a remark behind two spaces is one, and so is a line that begins with #")
  func remarks() throws {
    let lesson = try read(
      """
      # a lesson
      title: T  # its name
      steps:
        # the first step
        - say: Look.  # at the lane
      """)
    #expect(lesson.title == "T")
    guard case .text(let text) = try #require(lesson.steps.first).content else {
      Issue.record("the step says nothing")
      return
    }
    #expect(text.words == "Look.")
  }
}
