import Testing

@Suite("The environment of a terminal")
struct EnvironmentInTerminalTests {
  @Test("colours are sent unless NO_COLOR or CLICOLOR=0 forbids them, and --color beats both")
  func colours() throws {
    let cases: [([String], [String: String?], Bool)] = [
      ([], [:], true),
      ([], ["NO_COLOR": "1"], false),
      ([], ["NO_COLOR": ""], true),
      ([], ["CLICOLOR": "0"], false),
      ([], ["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true),
      ([], ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], false),
      (["--color", "256"], ["NO_COLOR": "1", "CLICOLOR": "0"], true),
      (["--color", "never"], ["CLICOLOR_FORCE": "1"], false),
    ]
    let session = try TmuxSession()
    for (arguments, environment, isColoured) in cases {
      try session.open(arguments, environment: environment)
      _ = try session.settled(at: "? help")
      #expect(
        try colours(in: session.colouredScreen()) == isColoured, "\(arguments) \(environment)")
      try session.press("q")
      try session.expectEnd(status: 0)
    }
  }

  @Test("where the locale is not UTF-8 the screen is ASCII, also after steps and in the help")
  func ascii() throws {
    let session = try TmuxSession()
    try session.open(environment: ["LC_ALL": "C"], until: "t 0 of 0-49")
    try session.press("5", "Right")
    #expect(try session.settled(at: "t 5 of 0-49").allSatisfy(\.isASCII))
    try session.press("?")
    #expect(try session.settled(at: "one timestep back, one on").allSatisfy(\.isASCII))
    try session.press("?", "m", "m")
    #expect(try session.settled(at: "precipitation").allSatisfy(\.isASCII))
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test(
    "a terminal that cannot be drawn on is refused in one sentence, and left as it was",
    arguments: [
      (
        nil,
        "TERM is not set, so the terminal's kind is unknown; set it (TERM=xterm-256color, for example), "
      ),
      (
        "",
        "TERM is not set, so the terminal's kind is unknown; set it (TERM=xterm-256color, for example), "
      ),
      ("dumb", "TERM is 'dumb', a terminal that cannot place its cursor; "),
      ("nosuch-terminal", "TERM is 'nosuch-terminal', which this system does not know; "),
    ] as [(String?, String)])
  func terminals(_ name: String?, _ sentence: String) throws {
    let session = try TmuxSession()
    // Without options nothing is parsed.
    for arguments in [[], ["latch"], ["--model", "latch"]] {
      try session.begin(arguments, environment: ["TERM": name], redirection: "2>errors")
      try session.expectEnd(status: 1)
      let errors = try session.scratch.read("errors")
      #expect(errors.hasPrefix("Error: \(sentence)"))
      for command in ["'unroll summary'", "'unroll trace'", "'unroll frame'"] {
        #expect(errors.contains(command))
      }
      #expect(errors.filter { $0 == "\n" }.count == 1)
      #expect(!errors.contains("\u{1B}"))
    }
  }

  @Test(
    "standard input from /dev/null is refused in one sentence",
    arguments: [[], ["latch"], ["--model", "latch"]])
  func noKeys(_ arguments: [String]) throws {
    let session = try TmuxSession()
    try session.begin(arguments, redirection: "</dev/null 2>errors")
    try session.expectEnd(status: 1)
    #expect(
      try session.scratch.read("errors")
        == "Error: standard input is not a terminal, so no key can be read; "
        + "'unroll summary', 'unroll trace' and 'unroll frame' print what the screen shows\n")
  }

  @Test("in a pipe no escape byte is written, and the sentence names what prints")
  func pipe() throws {
    let session = try TmuxSession()
    try session.begin(redirection: "2>errors | cat >output; ls")
    try session.waitForPrompt()
    #expect(try session.scratch.read("output") == "")
    #expect(
      try session.scratch.read("errors")
        == "Error: standard output is not a terminal; "
        + "'unroll summary', 'unroll trace' and 'unroll frame' print what the screen shows\n")
  }

  @Test(
    "a folder of lessons that is not there is refused in one sentence",
    arguments: [[], ["latch"], ["--model", "latch"]])
  func noLessons(_ arguments: [String]) throws {
    let session = try TmuxSession()
    try session.begin(
      arguments, environment: ["UNROLL_LESSONS": "/nosuch"], redirection: "2>errors")
    try session.expectEnd(status: 1)
    let errors = try session.scratch.read("errors")
    #expect(errors.contains("/nosuch") && errors.filter { $0 == "\n" }.count == 1)
  }

  @Test(
    "the first start plays by itself and says how to go on",
    arguments: [[], ["latch"], ["--model", "latch"]])
  func welcome(_ arguments: [String]) throws {
    let session = try TmuxSession()
    let environment = ["UNROLL_STILL": nil, "XDG_STATE_HOME": session.scratch.path("state")]
    try session.open(arguments, environment: environment, until: "New here?")
    try session.wait(for: "t 49 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  /// Whether a captured screen sets a colour anywhere; bold, dim and reversed are none.
  private func colours(in screen: String) -> Bool {
    screen.split(separator: "\u{1B}[").dropFirst().contains { part in
      let parameters = part.prefix { $0 != "m" }.split(separator: ";").compactMap { Int($0) }
      return parameters.contains { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }
    }
  }
}
