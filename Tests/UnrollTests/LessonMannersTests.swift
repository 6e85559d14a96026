import LessonPlayer
import Lessons
import Screen
import Testing

@testable import Tutor
@testable import unroll

/// How a lesson treats who plays it, by keys over a terminal in memory.
@Suite("The manners of a lesson")
struct LessonMannersTests {
  private func lesson(_ number: Int, step: Int, height: Int = 34) throws -> MemoryTerminal {
    let terminal = try MemoryTerminal(height: height)
    try terminal.play(lesson: number, toStep: step)
    return terminal
  }

  // MARK: - The keys of steps and of time

  @Test("← and → step time and n and p the lesson, at a step that speaks")
  func stepsAndTime() throws {
    let terminal = try lesson(1, step: 2)
    let start = try #require(terminal.timestep)
    #expect(terminal.footer.hasPrefix(" n next  p back  ←→ time"))
    try terminal.press("Right", "Right", "Left")
    #expect(terminal.timestep == start + 1 && terminal.step == 2)
    try terminal.press("Left")
    #expect(terminal.timestep == start && terminal.step == 2)
    try terminal.press("Left")
    #expect(terminal.step == 2)
    try terminal.press("n", "n")
    #expect(terminal.step == 3)
    try terminal.press("p")
    #expect(terminal.step == 2)
  }

  @Test("← steps time at a question, when it is answered, and when what was to be done is done")
  func timeAtQuestions() throws {
    let question = try lesson(1, step: 10)
    let start = try #require(question.timestep)
    try question.press("Left", "Left")
    #expect(question.timestep == start - 2)
    try question.press("Right", "Right")
    #expect(question.timestep == start && question.step == 10)
    try question.enter("(1000, 50, 10)")
    try question.press("Left", "Left", "Right")
    #expect(question.timestep == start - 1 && question.step == 10)
    let attempt = try lesson(1, step: 15)
    try attempt.enter(":go 15")
    try attempt.read("Done.")
    try attempt.press("Left", "Left")
    #expect(attempt.timestep == 13 && attempt.step == 15)
  }

  // MARK: - Something to do by hand

  @Test("n at a try comes back first, then offers the way, and only then shows it")
  func offers() throws {
    let terminal = try lesson(1, step: 15)
    #expect(terminal.footer.contains("n help"))
    try terminal.press("Right", "Right", "Right")
    #expect(terminal.timestep == 3)
    #expect(terminal.footer.contains("n back to the step"))
    try terminal.press("n")
    #expect(terminal.timestep == 0)
    try terminal.read("back at step 15")
    #expect(!terminal.screen.contains("One way"))
    try terminal.press("n")
    try terminal.read("Press n again to see one way.")
    #expect(terminal.footer.contains("n show how"))
    #expect(terminal.timestep == 0 && !terminal.screen.contains("One way"))
    // Who looks around again is brought back again.
    try terminal.press("Right", "n")
    #expect(terminal.timestep == 0 && !terminal.screen.contains("One way"))
    try terminal.press("n", "n")
    try terminal.read("One way: go 15")
    #expect(terminal.session.state.lesson?.outcome.wasRevealed == true)
    #expect(terminal.session.state.lesson?.outcome.isRightAtOnce == false)
  }

  @Test("when it is done nothing rewrites what was said", arguments: [false, true])
  func settled(isShown: Bool) throws {
    let terminal = try lesson(1, step: 15)
    if isShown { try terminal.press("n", "n") } else { try terminal.enter(":go 15") }
    try terminal.read("At t 15 feature 3 is 1")
    try terminal.press("Right", "Right", "Right")
    #expect(terminal.timestep == 18)
    try terminal.read("At t 15 feature 3 is 1")
    try terminal.press("n", "p")
    try terminal.press("Left")
    try terminal.read("At t 15 feature 3 is 1")
  }

  @Test("a verdict goes with its mistake, and the right state is taken then")
  func verdicts() throws {
    let terminal = try lesson(11, step: 13)
    try terminal.enter(":select lstm2")
    try terminal.press("r")
    try terminal.read("No. That turned the flag of lstm2.")
    try terminal.press("r")
    #expect(!terminal.screen.contains("No. That turned"))
    // The network builds, whatever the other flag is.
    try terminal.press("r", "Up", "r")
    try terminal.read("Done.")
    #expect(!terminal.screen.contains("No. That turned"))
    // It is no first try any more.
    #expect(terminal.session.state.lesson?.outcome.isRightAtOnce == false)
  }

  @Test(
    "a part of what is dictated is half done, and no mistake",
    arguments: [
      (3, ["put lstm.bias[0] -10", "put lstm.kernel[7, 0] 20"]),
      (3, ["put lstm.kernel[7, 0] 20", "put lstm.bias[0] -10"]),
      (13, ["put lstm.kernel[3, 1] -20", "put lstm.kernel[7, 1] -20"]),
      (13, ["put lstm.kernel[7, 1] -20", "put lstm.kernel[3, 1] -20"]),
    ])
  func halfDone(step: Int, lines: [String]) throws {
    let terminal = try lesson(13, step: step)
    try terminal.enter(":" + lines[0])
    try terminal.read("Half done. ")
    #expect(!terminal.screen.contains("No."))
    try terminal.enter(":" + lines[1])
    try terminal.read("Done.")
    #expect(!terminal.screen.contains("Half done."))
    #expect(terminal.session.state.lesson?.outcome.isRightAtOnce == true)
  }

  @Test("a command typed without its colon is taken for one, and never for single keys")
  func withoutColon() throws {
    let terminal = try lesson(13, step: 3)
    #expect(terminal.footer.hasPrefix(" : put command"))
    #expect(terminal.footer.contains(":previous back"))
    let screen = terminal.session.state.position.screen
    try terminal.enter("put lstm.bias[0] -10")
    try terminal.read("Half done. ")
    #expect(terminal.step == 3 && terminal.session.state.position.screen == screen)
    try terminal.enter("put lstm.kernel[7, 0] 20")
    try terminal.read("Done.")
    let clamp = try lesson(5, step: 14)
    let names = clamp.session.state.lesson?.openQuestion?.namesToType
    #expect(names == ["clamp"])
    try clamp.enter("clamp lstm2.forget_gate 58 1")
    try clamp.read("Done.")
  }

  // MARK: - Typed answers

  @Test(
    "an answer that is begun is text to its end, and what cannot be graded stays to be mended",
    arguments: ["(None, 128)", "abc", "None", "nHpv?:", "seq", "4npq"])
  func text(_ answer: String) throws {
    let terminal = try lesson(1, step: 10)
    let position = terminal.session.state.position
    // n, p and H are keys while nothing stands there.
    let text = "npH".contains(answer.prefix(1)) ? "(" + answer : answer
    try terminal.type(text)
    #expect(!terminal.hasEnded && terminal.step == 10)
    #expect(terminal.session.state.position == position)
    try terminal.read("▸ " + text)
    #expect(terminal.footer.hasPrefix(" ⏎ answer  esc clear"))
    try terminal.press("Left", "Right", "Tab", "Up", "Enter")
    #expect(terminal.step == 10 && terminal.session.state.position == position)
    #expect(terminal.session.state.lesson?.outcome.isDone == false)
    try terminal.press("Escape")
    // Nothing stands there now: n is a key again.
    if terminal.session.state.lesson?.outcome.wrong == 0 {
      #expect(!terminal.screen.contains("▸ " + text))
    }
    try terminal.press("n")
    try terminal.read("The answer: (1000, 50, 10)")
  }

  @Test("an answer may be typed wherever one looks, and leaves one there")
  func offThePath() throws {
    let terminal = try lesson(1, step: 10)
    try terminal.press("Left", "Left")
    let timestep = terminal.timestep
    try terminal.enter("1000, 50, 10")
    try terminal.read("Right: (1000, 50, 10)")
    #expect(terminal.timestep == timestep)
    try terminal.read("You left the path")
  }

  @Test("what was typed stays beside what is said of it")
  func repeated() throws {
    let terminal = try lesson(1, step: 10)
    try terminal.enter("1000, 10, 50")
    try terminal.read("1000, 10, 50? No. These are the right sizes in the wrong order.")
    try terminal.enter("(50000, 10)")
    try terminal.read("(50000, 10)? No. That makes one long sequence.")
    try terminal.enter("None, 1000, 50, 10")
    try terminal.read("Right: (1000, 50, 10) you typed None, 1000, 50, 10")
  }

  @Test("a calculation is an answer, and stays beside what it comes to")
  func calculation() throws {
    let terminal = try MemoryTerminal()
    let scratch = try Scratch()
    try terminal.play(
      scratch.write(
        "one.yaml",
        """
        title: One
        steps:
          - ask: How many parameters?
            of: 4 * ((10 + 256) * 256 + 256)
            answer: 273,408
            wrong:
              272,384: That leaves the biases out.
        """))
    try terminal.enter("4·((10+256)×256)")
    try terminal.read("4·((10+256)×256) = 272,384? No. That leaves the biases out.")
    try terminal.enter("4*((10+256)*256+256)")
    try terminal.read("Right: 273,408")
    try terminal.read("you typed 4*((10+256)*256+256) = 273,408")
  }

  @Test("too few digits are asked for again where they would hide a mistake, and cost nothing")
  func digits() throws {
    let terminal = try lesson(5, step: 12)
    try terminal.enter("0.02")
    try terminal.read("give 3 digits")
    #expect(terminal.session.state.lesson?.outcome.wrong == 0)
    try terminal.press("Escape")
    try terminal.enter("0.019")
    try terminal.read("Right: 0.019")
    #expect(terminal.session.state.lesson?.outcome.isRightAtOnce == true)
  }

  @Test("true and false are typed out, and no letter of them is a key")
  func truths() throws {
    let terminal = try MemoryTerminal()
    let scratch = try Scratch()
    try terminal.play(
      scratch.write(
        "one.yaml",
        """
        title: One
        steps:
          - ask: Is it?
            of: t > 60
            answer: false
            wrong:
              true: It is not.
        """))
    #expect(terminal.footer.hasPrefix(" 1–2 answer  t f type"))
    let position = terminal.session.state.position
    try terminal.enter("true")
    try terminal.read("true? No. It is not.")
    #expect(terminal.session.state.position == position)
    try terminal.enter("false")
    try terminal.read("Right: false")
    #expect(terminal.session.state.position == position)
  }

  @Test("a click on an answer chooses it")
  func clicks() throws {
    let terminal = try lesson(1, step: 1)
    while terminal.session.state.lesson?.openQuestion?.options == nil { try terminal.press("n") }
    let play = try #require(terminal.session.state.lesson)
    let question = try #require(play.openQuestion)
    let options = try #require(question.options)
    let wrong = try #require(options.firstIndex { $0 != question.answer })
    try terminal.click(on: "\(wrong + 1) \(options[wrong].prefix(12))")
    #expect(terminal.session.state.lesson?.outcome.wrong == 1)
    let right = try #require(options.firstIndex(of: question.answer))
    try terminal.click(on: "\(right + 1) \(options[right].prefix(12))")
    #expect(terminal.session.state.lesson?.outcome.isDone == true)
  }

  // MARK: - What is said of an answer

  @Test(
    "an answer that is tempting and wrong is told which mistake it is",
    arguments: [
      (1, 10, "(1000, 10, 50)"), (2, 11, "(512, 10)"), (2, 11, "(10, 4, 128)"), (3, 10, "0.35"),
      (4, 9, "51"), (4, 9, "556"), (5, 9, "0.428"), (11, 3, "(1, 128)"), (11, 12, "(50, 10, 1)"),
      (12, 12, "(1000, 50)"),
    ])
  func diagnosed(number: Int, step: Int, answer: String) throws {
    let terminal = try lesson(number, step: step)
    try terminal.enter(answer)
    let outcome = try #require(terminal.session.state.lesson?.outcome)
    #expect(outcome.wrong == 1 && !outcome.isDone, "\(terminal.screen)")
    #expect(!terminal.screen.contains("No, that is not it."), "\(terminal.screen)")
  }

  @Test("a shape is a shape with its brackets and without them", arguments: [true, false])
  func brackets(hasBrackets: Bool) throws {
    let terminal = try lesson(1, step: 10)
    try terminal.enter(hasBrackets ? "(1000, 50, 10)" : "1000,50,10")
    try terminal.read("Right: (1000, 50, 10)")
  }

  @Test("while a line is mended every key is a letter of it")
  func line() throws {
    let terminal = try lesson(11, step: 9)
    try terminal.type("nHpq")
    #expect(terminal.step == 9 && !terminal.hasEnded)
    try terminal.read("nHpq")
    #expect(terminal.session.state.lesson?.outcome.showsHint == false)
    try terminal.press("Escape", "H")
    #expect(terminal.session.state.lesson?.outcome.showsHint == true)
  }

  @Test("a letter that begins a command is a line to be gone on with, also alone")
  func letter() throws {
    let terminal = try lesson(13, step: 3)
    try terminal.enter("p")
    #expect(terminal.step == 3)
    try terminal.read("'p'")
    try terminal.enter("previous")
    #expect(terminal.step == 2)
  }

  @Test("what is copied from the shapes tells something else, and is not refused")
  func copies() throws {
    let terminal = try MemoryTerminal()
    let scratch = try Scratch()
    try terminal.play(
      scratch.write(
        "one.yaml",
        """
        title: One
        steps:
          - ask: What is c of unit 58 at t 15?
            do:
              - go 15
              - open shapes
              - select lstm2
            of: lstm2.cell_state[15, 26]
            answer: -2.35
            tolerance: 0.2
        """))
    #expect(terminal.session.state.lesson?.openQuestion != nil)
    try terminal.enter(":copy")
    try terminal.read("copied lstm2")
  }

  // MARK: - What is covered, and what is not

  @Test("where the terms are asked for, values and weights stay")
  func products() throws {
    let terminal = try lesson(2, step: 9)
    let fog = try #require(
      terminal.screen.split(separator: "\n").first { $0.contains("fog") })
    #expect(fog.contains("1.000"), "\(terminal.screen)")
    // Also where one looks at what they are.
    try terminal.enter(":look phase2")
    let term = try #require(
      terminal.screen.split(separator: "\n").first { $0.contains("temp_max") && $0.contains("?") })
    #expect(term.filter { $0 == "." }.count >= 2, "value and weight: \(terminal.screen)")
  }

  // MARK: - The picture of a question

  @Test("a question keeps the dimming of the step before it")
  func dimming() throws {
    func dimmed(_ terminal: MemoryTerminal) -> Int {
      let canvas = view(terminal.session.state, size: Size(width: 110, height: 34))
      var count = 0
      for row in 1..<20 {
        for column in 0..<110 where canvas[column, row].style.dimmed { count += 1 }
      }
      return count
    }
    let terminal = try lesson(1, step: 4)
    let before = dimmed(terminal)
    try #require(before > 0)
    try terminal.press("n")
    #expect(terminal.step == 5 && terminal.session.state.lesson?.openQuestion != nil)
    #expect(dimmed(terminal) > before / 2)
  }

  @Test("what a question asks for after a command hides nothing that stands there now")
  func covers() throws {
    // Asked is the shape of dense1, with return_sequences; lstm1 has it now.
    #expect(try lesson(12, step: 3).screen.contains("(50, 128)"))
    #expect(try lesson(11, step: 3).screen.contains("(None, 50, 128)"))
    // c is read off as the text says it.
    for (number, step) in [(7, 5), (13, 7)] {
      #expect(!(try lesson(number, step: step).screen.contains("??")))
    }
  }

  @Test("a gate with the value of the answer stays, and the state that is asked for is covered")
  func gates() throws {
    let terminal = try lesson(13, step: 5)
    let rows = terminal.screen.split(separator: "\n").map(String.init)
    let gate = try #require(rows.first { $0.contains("f forget gate") && $0.contains("0.50") })
    #expect(!gate.contains("?"))
    #expect(rows.contains { $0.contains("c cell state") && $0.contains("?") })
  }

  @Test("what enters and was changed is marked, and what it was is told")
  func changedSymbol() throws {
    let terminal = try lesson(8, step: 4)
    let canvas = view(terminal.session.state, size: Size(width: 110, height: 34))
    let part = try #require(canvas.parts.first { $0.name?.text == "x" })
    let column = try #require(part.timeline?.column(of: 32))
    #expect(canvas[column, part.rect.row].style.underlined, "\(terminal.screen)")
    #expect(!canvas[column + 1, part.rect.row].style.underlined)
    try terminal.enter(":go 32")
    try terminal.read("0, was 7")
  }

  @Test("where c is kept and h is not, one scale shows it")
  func oneScale() throws {
    let terminal = try lesson(13, step: 8)
    try terminal.enter("put lstm.bias[1] 10")
    try terminal.read("c is still 1.00")
    func bar(_ lane: String) throws -> Int {
      let row = try #require(
        terminal.screen.split(separator: "\n").first { $0.contains(lane) && $0.contains("│") })
      return row.filter { $0 == "█" }.count
    }
    let (c, h) = (try bar("= c[49]"), try bar("= h[49]"))
    #expect(h > 0 && c > 2 * h, "\(terminal.screen)")
  }

  @Test("of what is asked only that is covered: the gates, and neither c nor h")
  func onlyGates() throws {
    let terminal = try lesson(5, step: 3)
    let rows = terminal.screen.split(separator: "\n").map(String.init)
    #expect(!rows.contains { $0.contains("g candidate") || $0.contains("f forget gate") })
    #expect(rows.contains { $0.contains("c cell state") && !$0.contains("?") })
    #expect(rows.contains { $0.contains("h hidden state") && !$0.contains("?") })
    #expect(rows.contains { $0.contains("lstm2 reads") })
  }

  @Test("how many come out right is there while one holds gates")
  func counted() throws {
    let terminal = try MemoryTerminal()
    try terminal.enter(":evaluate")
    try terminal.enter(":clamp lstm2.forget_gate 49,27,20,62 1")
    try terminal.see("counting, ")
    try terminal.see("45 of 50 right")
    try terminal.enter(":open unit")
    try terminal.press("+")
    try terminal.see("45 of 50 right")
  }

  @Test("the lesson's lines are long enough to be read", arguments: [100, 120, 131])
  func lines(width: Int) throws {
    let terminal = try MemoryTerminal(width: width, height: 40)
    try terminal.play(lesson: 1, toStep: 2)
    let title = try #require(terminal.session.state.lesson?.lesson.title)
    #expect(terminal.screen.split(separator: "\n").contains { $0.hasPrefix(" " + title) })
    let wide = try MemoryTerminal(width: 132, height: 40)
    try wide.play(lesson: 1, toStep: 2)
    #expect(!wide.screen.split(separator: "\n").contains { $0.hasPrefix(" " + title) })
  }

  // MARK: - The end

  @Test("no next lesson is offered behind the last")
  func lastLesson() throws {
    let last = try lesson(15, step: 0)
    #expect(!last.screen.contains("next lesson") && !last.screen.contains("right at once"))
    #expect(last.footer.hasPrefix(" p back"))
    let first = try lesson(1, step: 0)
    #expect(first.screen.contains("n opens the next lesson"))
    #expect(first.footer.hasPrefix(" n next lesson"))
  }
}
