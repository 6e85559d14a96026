import Testing

@Suite("The network in a terminal")
struct NetworkInTerminalTests {
  @Test("r on lstm1 makes lstm2 impossible, in Keras's words, and r again is the way back")
  func firstLayer() throws {
    let session = try TmuxSession()
    try session.open(["--do", "select lstm1; go 15"], until: "t 15 of 0–49")
    let before = try session.settled(at: "t 15 of 0–49")
    try session.press("r")
    let screen = try session.settled(at: "no output: the network cannot be built")
    #expect(screen.contains("lstm2 ✗ cannot be built. Keras says:"))
    #expect(screen.contains("expected ndim=3,"))
    #expect(screen.contains("found ndim=2. Full shape received: (None, 128)"))
    #expect(screen.contains("Press r: lstm1 returns sequences"))
    try session.press("r")
    try session.wait { $0.contains("lstm1 (50,128) ▸ lstm2 (64)") && !$0.contains("Keras says") }
    try session.press("u", "u")
    try session.wait { $0 == before }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("r on lstm2 applies Dense at every timestep, to (50, 1), and r again takes it back")
  func secondLayer() throws {
    let session = try TmuxSession()
    try session.open(["--do", "select lstm2; go last"], until: "t 49 of 0–49")
    try session.press("r")
    let screen = try session.settled(at: "output (50,1)")
    #expect(screen.contains("dense1 (50,128) ▸ dense2 (50,64) ▸ output (50,1)"))
    #expect(screen.contains("the output is (50, 1)"))
    try session.press("r")
    try session.wait { $0.contains("output (1)") && $0.contains("set at the end: 1.00") }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("without arguments it opens as with the name of the latch, parsed or not")
  func withoutArguments() throws {
    let session = try TmuxSession()
    var screens: [String] = []
    for arguments in [[], ["latch"], ["--model", "latch"]] {
      try session.open(arguments)
      screens.append(try session.settled(at: "? help"))
      try session.press("q")
      try session.expectEnd(status: 0)
    }
    #expect(screens[0] == screens[1] && screens[0] == screens[2])
  }

  @Test("m opens the four units, the weather with its days, the tasks, and the latch again")
  func models() throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("m")
    try session.wait { $0.contains("Unroll  latch4") && $0.contains("lstm (4)") }
    try session.press("m")
    try session.wait {
      $0.contains("Unroll  weather") && $0.contains("precipitation 0.0 mm")
        && $0.contains("does it rain on")
    }
    for task in ["adding", "brackets", "copy", "parity"] {
      try session.press("m")
      try session.wait(for: "Unroll  \(task)")
    }
    try session.press("m")
    try session.wait { $0.contains("Unroll  latch ·") && $0.contains("x symbol") }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("u takes steps back one by one, and ctrl-R makes them again")
  func undo() throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("Right", "r")
    try session.wait(for: "output (50,1)")
    try session.press("u")
    try session.wait { $0.contains("output (1)") && $0.contains("t 1 of 0–49") }
    try session.press("u")
    try session.wait(for: "t 0 of 0–49")
    try session.press("C-r", "C-r")
    try session.wait { $0.contains("output (50,1)") && $0.contains("t 1 of 0–49") }
    try session.press("q")
    try session.expectEnd(status: 0)
  }
}
