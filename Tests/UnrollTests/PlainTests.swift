import Testing
import Wording

@Suite("unroll --plain")
struct PlainTests {
  private func run(_ arguments: [String], input: String? = nil) throws -> Outcome {
    let scratch = try Scratch()
    if let input { try scratch.write("input", input) }
    return try Child.run(
      [Program.path, "--plain"] + arguments,
      input: input == nil ? "/dev/null" : scratch.path("input"))
  }

  @Test("with --do it prints the screen in words and ends, whatever standard input holds")
  func once() throws {
    let outcome = try run(["--do", "go 15"], input: "go 16\n")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.text.hasPrefix("Unroll, network screen, latch, sequence 1, t 15 of 0 to 49.\n"))
    #expect(outcome.text.contains("\nlstm2 unit 58 of 64 at t 15: input gate 0.58, "))
    #expect(!outcome.text.contains("t 16 of"))
    #expect(!outcome.text.contains("\u{1B}"))
  }

  @Test("without --do each line of standard input is answered, a wrong one with why")
  func conversation() throws {
    let outcome = try run(
      [], input: "go 3\n\nopne shapes\nselect nothing\nopen shapes; look keras\n")
    #expect(outcome.status == 0)
    let answers = outcome.text.split(separator: "\n\n").map(String.init)
    #expect(answers[0].contains("t 0 of 0 to 49."))
    #expect(answers[1].contains("t 3 of 0 to 49."))
    #expect(answers[2].hasPrefix("unknown command 'opne'; did you mean 'open'?"))
    #expect(answers[3].contains("\nno layer is called 'nothing'"))
    #expect(answers[4].contains("\nimport keras\n"))
  }

  @Test("a line of a megabyte is left out with a sentence, and the next is answered")
  func longLine() throws {
    let long = String(repeating: "a", count: 1 << 20)
    let outcome = try run([], input: "\(long)\ngo 3\n\(long)")
    #expect(outcome.status == 0)
    let answers = outcome.text.split(separator: "\n\n").map(String.init)
    let refusal =
      "this line is longer than 65,536 bytes, the most that is read; write a shorter one"
    #expect(answers.count == 4)
    #expect(answers[1] == refusal)
    #expect(answers[2].contains("t 3 of 0 to 49."))
    #expect(answers[3] == refusal + "\n")
  }

  @Test("what was typed or given comes back without anything that steers a terminal or hides")
  func hostile() throws {
    let hostile = "\u{1B}[2J\u{1B}]0x\u{7}\u{9B}31m\u{202E}\u{200B}\u{2066}\u{85}end"
    let lines = ["select ", "", "to ", "mark ", "lesson ", "value "].map { $0 + hostile }
    let tutor = try run([], input: lines.joined(separator: "\n") + "\n")
    #expect(tutor.text.contains("[2J]0x31m end'"))
    let scratch = try Scratch()
    let lesson = try scratch.write("01-one.yaml", LessonFiles.text("The first"))
    let input = try scratch.write("input", lines.joined(separator: "\n") + "\n")
    let played = try Child.run(
      [Program.path, "play", lesson, "--plain", "--lessons", Program.source("lessons")],
      environment: Child.environment.merging(["XDG_STATE_HOME": scratch.folder]) { $1 },
      input: input)
    let refused = try run(["--do", "select \(hostile)"])
    for text in [tutor.text, tutor.errors, played.text, played.errors, refused.errors] {
      let unsafe = text.unicodeScalars.filter { $0 != "\n" && Cleaning.safe($0) != $0 }
      #expect(unsafe.isEmpty)
    }
  }

  @Test("the list of lessons is printed, and so is what a lesson says and asks")
  func lessons() throws {
    let outcome = try run(
      [], input: "lessons\nselect +1\nenter\nnext\nlessons\nback\nlesson none\n")
    #expect(outcome.status == 0)
    let answers = outcome.text.split(separator: "\n\n").map(String.init)
    try #require(answers.count == 8)
    #expect(answers[1].hasPrefix("01  ") && answers[1].contains("\n02  "))
    #expect(answers[1].contains("\nenter opens 'What (1000, 50, 10) means'; lesson 3 opens"))
    #expect(answers[2].contains("\nenter opens 'How ten features enter'; "))
    #expect(answers[3].hasPrefix("How ten features enter, step 1 of "))
    #expect(answers[3].contains("Another network. A timestep is a day in Seattle"))
    #expect(answers[4].hasPrefix("How ten features enter, step 2 of "))
    #expect(answers[5].hasPrefix("01  "))
    #expect(answers[6].hasPrefix("How ten features enter, step 2 of "))
    #expect(answers[7].hasPrefix("Unroll, network screen, latch"))
  }

  @Test("quit ends it")
  func quit() throws {
    let outcome = try run([], input: "go 3\nquit\ngo 4\n")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("t 3 of") && !outcome.text.contains("t 4 of"))
  }

  @Test("a command of --do that is refused ends it with a sentence")
  func refused() throws {
    let outcome = try run(["--do", "select nothing"])
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("--do: 'select nothing': no layer is called 'nothing'"))
  }
}
