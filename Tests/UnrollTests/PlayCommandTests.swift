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
