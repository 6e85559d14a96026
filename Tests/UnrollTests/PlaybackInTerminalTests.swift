import Foundation
import Testing

@Suite("A lesson that plays by itself, in a terminal")
struct PlaybackInTerminalTests {
  private let quick = ["--auto", "--words-per-minute", "1000", "--speed", "20"]

  @Test("it goes on to the end, shows the answer, and stays there")
  func plays() throws {
    let session = try TmuxSession()
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    try session.open(
      ["play", file, "--lessons", Program.source("lessons"), "--auto", "--speed", "4"],
      until: "It speaks first.")
    try session.wait(for: "The answer: (64)")
    // Nobody was asked, and nothing follows by itself.
    try session.wait(for: "That was the lesson 'The first'.")
    let end = try session.settled(at: "L opens the list")
    #expect(!end.contains("right at the first try") && !end.contains("auto"))
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a key ends it, and does what it does")
  func interrupts() throws {
    let session = try TmuxSession()
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    try session.open(
      ["play", file, "--lessons", Program.source("lessons"), "--auto", "--speed", "0.2"],
      until: "It speaks first.")
    try session.wait(for: "▶ auto  1 of 3")
    try session.press("n")
    try session.wait { $0.contains("It moves.") && !$0.contains("auto") }
    try session.press("p")
    let there = try session.settled(at: "It speaks first.")
    #expect(!there.contains("auto"))
    // Other keys come and go, and the lesson has not gone on.
    try session.type(":")
    try session.wait(for: "tab: open enter")
    try session.press("Escape")
    try session.wait { $0 == there }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a folder goes on from lesson to lesson, by n or by itself, and round with --repeat")
  func course() throws {
    let session = try TmuxSession()
    try session.scratch.write("course/01-one.yaml", LessonFiles.text("The first"))
    try session.scratch.write("course/02-two.yaml", LessonFiles.text("The second"))
    let arguments = [
      "play", session.scratch.path("course"), "--lessons", Program.source("lessons"),
    ]
    try session.open(arguments + ["--from", "3"], until: "What shape leaves it?")
    try session.press("n", "n")
    try session.wait(for: "That was the lesson 'The first'.")
    try session.press("n")
    try session.wait { $0.contains("The second") && $0.contains("1 of 3") }
    try session.press("q")
    try session.expectEnd(status: 0)
    try session.open(arguments + quick + ["--repeat"], until: "The second")
    try session.wait(for: "The first")
    try session.wait(for: "The second")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a stand that a visitor left goes on by itself, whatever lies over the lesson")
  func resumes() throws {
    let session = try TmuxSession()
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    try session.open(
      ["play", file, "--lessons", Program.source("lessons"), "--repeat"] + quick,
      until: "It moves.")
    try session.press("L")
    try session.wait { $0.contains("Lessons") && !$0.contains("The first") }
    try session.wait(for: "That was the lesson 'The first'.")
    try session.wait(for: "It speaks first.")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a film keeps no progress")
  func keepsNothing() throws {
    let session = try TmuxSession()
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    try session.open(
      ["play", file, "--lessons", Program.source("lessons")] + quick,
      environment: ["XDG_STATE_HOME": session.scratch.path("state")],
      until: "That was the lesson 'The first'.")
    try session.press("q")
    try session.expectEnd(status: 0)
    #expect(!FileManager.default.fileExists(atPath: session.scratch.path("state/unroll")))
  }

  @Test("a lesson is read again as its file changes; on a fault the last good one stays")
  func reads() throws {
    let session = try TmuxSession()
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    try session.open(
      ["play", file, "--lessons", Program.source("lessons"), "--from", "2"], until: "It moves.")
    let changed = LessonFiles.text("The first").replacing("It moves.", with: "It runs now.")
    try session.scratch.write("01-one.yaml", changed)
    try session.wait { $0.contains("It runs now.") && $0.contains("2 of 3") }
    try session.scratch.write("01-one.yaml", changed.replacing("    do:", with: "    doo:"))
    try session.wait { $0.contains("unknown key 'doo'") && $0.contains("It runs now.") }
    try session.scratch.write("01-one.yaml", changed.replacing("It runs now.", with: "It rests."))
    try session.wait { $0.contains("It rests.") && !$0.contains("doo") }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a version that reads well and that the engine refuses leaves the last good one as well")
  func readsWhatIsRefused() throws {
    let session = try TmuxSession()
    let good = LessonFiles.text("The first")
    let file = try session.scratch.write("01-one.yaml", good)
    try session.open(
      ["play", file, "--lessons", Program.source("lessons"), "--from", "2"], until: "It moves.")
    let versions = [
      (
        good.replacing("play to 9 in 1s", with: "select lstm9"),
        "01-one.yaml:9:9: 'select lstm9' is refused: no layer is called 'lstm9'; did you mean "
          + "'lstm1'?"
      ),
      (
        good.replacing("answer: (64)", with: "answer: (128)"),
        "01-one.yaml:12:13: the answer is written as (128), and the engine computes (64)"
      ),
    ]
    for (text, sentence) in versions {
      // Another sentence, which is not to come.
      try session.scratch.write("01-one.yaml", text.replacing("It moves.", with: "It runs."))
      // A long path is broken where the line ends.
      let letters = sentence.filter { !$0.isWhitespace }
      try session.wait {
        $0.filter { !$0.isWhitespace }.contains(letters) && $0.contains("It moves.")
      }
      #expect(try !session.screen().contains("It runs."))
    }
    try session.scratch.write("01-one.yaml", good.replacing("It moves.", with: "It rests."))
    try session.wait { $0.contains("It rests.") && $0.contains("read again") }
    try session.press("q")
    try session.expectEnd(status: 0)
  }
}
