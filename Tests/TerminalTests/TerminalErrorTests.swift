import Testing

@testable import Terminal

@Suite struct TerminalErrorTests {
  @Test(
    "every reason is a sentence that names what prints instead",
    arguments: [
      (
        TerminalError.outputIsNoTerminal,
        "standard output is not a terminal; 'unroll summary', 'unroll trace' and "
          + "'unroll frame' print what the screen shows"
      ),
      (
        .inputIsNoTerminal,
        "standard input is not a terminal, so no key can be read; 'unroll summary', "
          + "'unroll trace' and 'unroll frame' print what the screen shows"
      ),
      (
        .terminalNotNamed,
        "TERM is not set, so the terminal's kind is unknown; set it (TERM=xterm-256color, "
          + "for example), or use what prints: 'unroll summary', 'unroll trace' or 'unroll frame'"
      ),
      (
        .terminalUnknown("vt9000"),
        "TERM is 'vt9000', which this system does not know; set it (TERM=xterm-256color, "
          + "for example), or use what prints: 'unroll summary', 'unroll trace' or 'unroll frame'"
      ),
      (
        .terminalTooSimple("dumb"),
        "TERM is 'dumb', a terminal that cannot place its cursor; 'unroll summary', "
          + "'unroll trace' and 'unroll frame' print what the screen shows"
      ),
    ])
  func sentences(error: TerminalError, expected: String) {
    #expect(error.description == expected)
  }

  @Test("a command that has no screen of its own names what prints in its place")
  func instead() {
    #expect(
      TerminalError.terminalNotNamed.sentence(instead: ["a", "b"], print: "print it")
        == "TERM is not set, so the terminal's kind is unknown; set it (TERM=xterm-256color, "
        + "for example), or use what prints: 'a' or 'b'")
    #expect(
      TerminalError.terminalTooSimple("dumb").sentence(instead: ["a", "b"], print: "print it")
        == "TERM is 'dumb', a terminal that cannot place its cursor; 'a' and 'b' print it")
  }

  @Test("a name of a terminal cannot steer the terminal")
  func cleaned() {
    let error = TerminalError.terminalUnknown("x\u{1b}]0;gotcha\u{7}")
    #expect(error.description.hasPrefix("TERM is 'x]0;gotcha', which"))
  }
}
