import Testing

@Suite("Keys in a terminal")
struct KeysInTerminalTests {
  @Test("→ ten times reads ten timesteps, and q gives the terminal back")
  func steps() throws {
    let session = try TmuxSession()
    try session.open()
    for _ in 0..<10 { try session.press("Right") }
    try session.wait(for: "t 10 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("the first run offers the first lesson; L lists the lessons and ⏎ opens one")
  func firstRun() throws {
    let session = try TmuxSession()
    try session.open(environment: ["XDG_STATE_HOME": session.scratch.path("new")])
    try session.wait(for: "New here? Press L")
    try session.press("L")
    try session.wait(for: "What (1000, 50, 10) means")
    try session.press("Enter")
    try session.wait(for: "1 of 15")
    try session.press("n")
    try session.wait(for: "2 of 15")
    try session.press("q")
    try session.expectEnd(status: 0)
    // It goes on where one stopped, and is not offered again.
    try session.open(environment: ["XDG_STATE_HOME": session.scratch.path("new")])
    try session.press("L")
    try session.wait(for: "at step 2 of")
    try session.press("Enter")
    try session.wait(for: "2 of 15")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("who comes with a model of their own is not sent to the lessons")
  func firstRunOfOwn() throws {
    let session = try TmuxSession()
    let model = try session.scratch.write(
      "my.yaml",
      "network: {input: {timesteps: 5, features: 2}, layers: [{lstm: a, units: 2}]}\n")
    try session.open(
      [model], environment: ["XDG_STATE_HOME": session.scratch.path("new")], until: "a (2)")
    #expect(try !session.screen().contains("New here?"))
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a count multiplies a step and names a place for g; Home and End go to the ends")
  func counts() throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("1", "2", "Right")
    try session.wait(for: "t 12 of 0–49")
    try session.press("3", "h")
    try session.wait(for: "t 9 of 0–49")
    try session.press("3", "3", "g")
    try session.wait(for: "t 33 of 0–49")
    try session.press("Home")
    try session.wait(for: "t 0 of 0–49")
    try session.press("End")
    try session.wait(for: "t 49 of 0–49")
    try session.press("PPage")
    try session.wait(for: "t 39 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("space plays, and playing ends by itself at the last timestep")
  func plays() throws {
    let session = try TmuxSession()
    try session.open(["--do", "speed +100; go 40"], until: "t 40 of 0–49")
    try session.press("Space")
    let end = try session.wait(for: "t 49 of 0–49")
    // A step back stays where it is: nothing moves any more.
    try session.press("Left")
    try session.wait(for: "t 48 of 0–49")
    try session.press("Right")
    try session.wait { $0.contains("t 49 of 0–49") }
    #expect(end.contains("set at the end"))
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("? lays the help over the screen; Esc alone takes it away within half a second")
  func help() throws {
    let session = try TmuxSession()
    try session.open()
    // The quickest of five: a machine that is busy with other tests may be late, ncurses's own
    // second of waiting for the rest of a sequence would show every time.
    var quickest = Duration.seconds(60)
    for _ in 1...5 {
      try session.press("?")
      try session.wait(for: "one timestep back, one on")
      let start = ContinuousClock.now
      try session.press("Escape")
      try session.wait {
        $0.contains("timestep t") && !$0.contains("one timestep back, one on")
      }
      quickest = min(quickest, ContinuousClock.now - start)
    }
    #expect(quickest < .milliseconds(500))
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test(
    "what is no key of ours does nothing",
    arguments: [
      "\u{1B}[<2;21;6M\u{1B}[<0;21;6m\u{1B}[<35;21;6M", "\u{1B}[M\"!!",
      "\u{1B}[15~\u{1B}[20;2~", "\u{1B}[57399u", "zZ~", "\u{1}\u{5}",
    ])
  func unknown(_ bytes: String) throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("Right")
    let there = try session.settled(at: "t 1 of 0–49")
    try session.press("Left")
    let here = try session.settled(at: "t 0 of 0–49")
    try session.send(bytes)
    try session.press("Right")
    try session.wait { $0 == there }
    try session.press("Left")
    try session.wait { $0 == here }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a paste is never commands")
  func paste() throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("Right")
    let there = try session.settled(at: "t 1 of 0–49")
    try session.press("Left")
    let here = try session.settled(at: "t 0 of 0–49")
    try session.paste("quit, r and m, 12 → and q\nq\n")
    try session.press("Right")
    try session.wait { $0 == there }
    try session.press("Left")
    try session.wait { $0 == here }
    try session.press("q")
    try session.expectEnd(status: 0)
  }
}
