import Foundation
import Testing

@Suite("unroll play without a screen")
struct PlayCommandTests {
  private let lessons = ["--lessons", Program.source("lessons")]

  private func play(_ arguments: [String], input: String = "/dev/null") throws -> Outcome {
    let scratch = try Scratch()
    let environment = ["XDG_STATE_HOME": scratch.path("state")]
    return try Child.run(
      [Program.path, "play"] + arguments + lessons,
      environment: Child.environment.merging(environment) { _, new in new }, input: input)
  }

  /// What a lesson of three steps answers to lines, one entry for each.
  private func answers(_ lines: [String], to text: String = LessonFiles.text("Of lanes")) throws
    -> [String]
  {
    let scratch = try Scratch()
    let file = try scratch.write("own.yaml", text)
    let input = try scratch.write("input", (lines + ["quit", ""]).joined(separator: "\n"))
    let outcome = try play([file, "--plain"], input: input)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    return outcome.text.components(separatedBy: "\n\n").map {
      $0.trimmingCharacters(in: .newlines)
    }
  }

  // MARK: - From a step

  @Test(
    "--from takes a step that the lesson has, and is a wrong option otherwise",
    arguments: [["--plain"], ["--transcript"], []], ["0", "-1", "4"])
  func range(_ options: [String], _ step: String) throws {
    let scratch = try Scratch()
    let file = try scratch.write("own.yaml", LessonFiles.text("Of lanes"))
    let outcome = try play([file, "--from=\(step)"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.hasPrefix(
        "Error: --from takes a step from 1 to 3 in 'Of lanes'; found \(step)\n"))
  }

  @Test("--from 3 begins the text and the transcript there, as it is in the whole one")
  func from() throws {
    let scratch = try Scratch()
    let file = try scratch.write("own.yaml", LessonFiles.text("Of lanes"))
    #expect(
      try play([file, "--plain", "--from", "3"]).text.hasPrefix("Of lanes, step 3 of 3.\n"))
    let whole = try play([file, "--transcript"]).text
    let start = try #require(whole.range(of: "step 3 of 3 ="))
    #expect(
      try play([file, "--transcript", "--from", "3"]).text == String(whole[start.lowerBound...]))
  }

  // MARK: - A line for each answer

  @Test("an empty line, spaces, n and next go on, and nothing else does")
  func goesOn() throws {
    for line in ["", "  ", "n", "next"] {
      #expect(try answers([line])[1].hasPrefix("Of lanes, step 2 of 3."))
    }
    let answers = try answers(["nxet", "64", "go x", "n"])
    #expect(
      answers[1] == "'nxet' was not understood; type n to go on, previous to go back, lessons for "
        + "the list, quit, or a command such as go 12")
    #expect(answers[2].hasPrefix("'64' was not understood; type n to go on"))
    #expect(answers[3].hasPrefix("'go' takes 12 | +1 |"))
    #expect(answers[4].hasPrefix("Of lanes, step 2 of 3."))
  }

  @Test("at the first question it is told what one can type, and later not again")
  func whatToType() throws {
    let answers = try answers(["n", "n", "(7)", "7", "n"])
    #expect(answers[2].hasSuffix("\nType your answer, or n to see the answer."))
    #expect(answers[3].hasSuffix("\n(7)? No, that is not it."))
    #expect(answers[4].hasSuffix("\n7? No, that is not it; n shows the answer."))
    #expect(answers[5].contains("The answer: (64)"))
  }

  @Test("a text that is only read out asks for nothing")
  func readOut() throws {
    let scratch = try Scratch()
    let file = try scratch.write("own.yaml", LessonFiles.text("Of lanes"))
    let outcome = try play([file, "--plain"])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("The answer: (64)") && outcome.text.contains("End of Of lanes."))
    #expect(!outcome.text.contains("Type "))
  }

  @Test("a key that is asked for may have the name of a command")
  func keyOfThatName() throws {
    let text = """
      title: Keys
      steps:
        - ask: Open lstm1.
          do: select lstm1
          press: true
          answer: enter
      """
    let answers = try answers(["tab", "enter"], to: text)
    #expect(answers[0].hasSuffix("\nType the key, or n to see the answer."))
    #expect(answers[1].hasSuffix("No, that is not it."))
    #expect(answers[2].contains("Right: enter"))
  }

  @Test("at an attempt a line that is no command is told what is one")
  func attempt() throws {
    let text = """
      title: By hand
      steps:
        - try: Go to the 3.
          until: t = 15
          solution: go 15
          hint: It comes after the 7.
      """
    let answers = try answers(["there", "go 15"], to: text)
    #expect(
      answers[1]
        == "'there' was not understood; type the commands for it, such as go 12, hint, or n "
        + "twice to see one way")
    #expect(answers[2].contains("Done."))
  }

  @Test("at the end lines are read on, and it is told what one can type")
  func end() throws {
    let answers = try answers(["n", "n", "64", "", "more", "previous", "n", "lesson 3"])
    let end = """
      End of Of lanes.
      That was the lesson 'Of lanes'.
      Every answer was right at once.
      Type previous to go back a step, lessons for the list, or quit.
      """
    #expect(answers[4] == end)
    #expect(
      answers[5]
        == "'more' was not understood; type previous to go back a step, lessons for the list, or "
        + "quit")
    #expect(answers[6].hasPrefix("Of lanes, step 3 of 3."))
    #expect(answers[7] == end)
    #expect(answers[8].hasPrefix("What a unit is, step 1 of "))
  }

  @Test("n and an empty line at the end open the next lesson, behind the last one they end it")
  func nextLesson() throws {
    let scratch = try Scratch()
    for (number, title) in ["One", "Two", "Three"].enumerated() {
      let text = "title: \(title)\nsteps:\n  - say: Look.\n"
      try scratch.write("course/0\(number + 1).yaml", text)
    }
    let input = try scratch.write("input", "n\nn\n\n\n\nn\nprevious\n")
    let outcome = try play([scratch.path("course"), "--plain"], input: input)
    #expect(outcome.status == 0 && outcome.errors == "")
    let blocks = outcome.text.components(separatedBy: "\n\n")
    let first = blocks.map { $0.split(separator: "\n").first.map(String.init) ?? "" }
    #expect(
      first == [
        "One, step 1 of 1.", "End of One.", "Two, step 1 of 1.", "End of Two.",
        "Three, step 1 of 1.", "End of Three.", "this was the last lesson; L lists all of them", "",
      ])
    #expect(blocks[5].hasSuffix("lessons for the list, or quit."))
  }

  @Test("where the input ends with the lesson, it asks for nothing more")
  func endOfInput() throws {
    let scratch = try Scratch()
    let file = try scratch.write("own.yaml", "title: One\nsteps:\n  - say: Look.\n")
    let outcome = try play([file, "--plain"], input: try scratch.write("input", "n"))
    #expect(outcome.status == 0)
    #expect(outcome.text.hasSuffix("\n\nEnd of One.\nThat was the lesson 'One'.\n\n"))
  }

  @Test("a line of a megabyte is left out with a sentence, and answers nothing")
  func longLine() throws {
    let answers = try answers([String(repeating: "a", count: 1 << 20), "n"])
    #expect(
      answers[1]
        == "this line is longer than 65,536 bytes, the most that is read; write a shorter one")
    #expect(answers[2].hasPrefix("Of lanes, step 2 of 3."))
  }

  @Test("p, H, L and q do what they do on the screen, unless they are the answer")
  func keys() throws {
    let text = """
      title: Keys
      steps:
        - say: Look.
        - ask: How many units has lstm2?
          of: lstm2.units
          answer: 64
          hint: Fewer than lstm1.
        - ask: Press the key for the list.
          press: true
          answer: L
      """
    let answers = try answers(["n", "H", "p", "n", "L", "n", "n", "L", "q", "n"], to: text)
    #expect(answers[1].hasPrefix("Keys, step 2 of 3."))
    #expect(answers[2].hasSuffix("\nHint: Fewer than lstm1."))
    #expect(answers[3].hasPrefix("Keys, step 1 of 3."))
    #expect(answers[5].hasPrefix("01  "))
    #expect(answers[6].contains("The answer: 64"))
    #expect(answers[7].hasPrefix("Keys, step 3 of 3."))
    #expect(answers[8].contains("Right: L"))
    #expect(answers[9] == "" && answers.count == 10)
  }

  @Test("lessons prints the list, and lesson 3 opens the third")
  func list() throws {
    let answers = try answers(["lessons", "n", "lesson 99", "lesson 3"])
    #expect(answers[1].hasPrefix("01  "))
    #expect(answers[1].split(separator: "\n").count == 16)
    #expect(answers[2].hasPrefix("Of lanes, step 2 of 3."))
    #expect(answers[3].hasPrefix("99: there is no lesson of this name; the lessons are 01-input"))
    #expect(answers[4].hasPrefix("What a unit is, step 1 of "))
  }

  // MARK: - A folder

  @Test(
    "a folder with a lesson that is broken gets one report of it, and the status is 1",
    arguments: [["--plain"], ["--transcript"], []])
  func broken(_ options: [String]) throws {
    let scratch = try Scratch()
    let bad = try scratch.write(
      "course/02-bad.yaml", "title: Bad\nsteps:\n  - say: Look.\n    do: selct 1\n")
    for _ in 0..<2 {
      let outcome = try play([scratch.path("course")] + options)
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(
        outcome.errors == """
          Error: \(bad):4:9: unknown command 'selct'; did you mean 'select'?
                do: selct 1
                    ^

          """)
      // The same with a good one before it.
      try scratch.write("course/01-good.yaml", LessonFiles.text("Good"))
    }
  }
}
