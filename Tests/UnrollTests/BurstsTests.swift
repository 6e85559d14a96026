import Foundation
import Processes
import Testing

@Suite("Many keys at once")
struct BurstsTests {
  @Test(
    "of a burst of keys only where it leads is drawn, each frame as one update of the screen",
    arguments: [[], ["play", "6"]])
  func burst(_ arguments: [String]) throws {
    let scratch = try Scratch()
    let environment = Child.environment.merging([
      "HOME": scratch.folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "UNROLL_LESSONS": Program.source("lessons"),
    ]) { _, new in new }
    var program = try ProgramInTerminal(
      [Program.path] + arguments, columns: 120, rows: 40, environment: environment)
    let isOpen = program.terminal.read(until: "quit", within: TmuxSession.deadline)
    #expect(isOpen)
    program.terminal.read(untilQuiet: 300, within: TmuxSession.deadline)
    _ = program.terminal.take()
    let keys = (0..<3000).map { $0 / 40 % 2 == 0 ? "l" : "h" }.joined()
    let areTaken = program.terminal.press(keys + "q", within: TmuxSession.deadline)
    #expect(areTaken)
    let ending = program.end(within: TmuxSession.deadline)
    #expect(ending == .exit(0))
    let output = program.terminal.take()
    let begun = output.ranges(of: Array("\u{1B}[?2026h".utf8)).count
    let ended = output.ranges(of: Array("\u{1B}[?2026l".utf8)).count
    // Each of them was one frame of its own once.
    #expect((1...1000).contains(begun))
    #expect(ended == begun)
  }
}
