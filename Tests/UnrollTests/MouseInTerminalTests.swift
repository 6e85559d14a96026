import Testing

@Suite("The mouse in a terminal")
struct MouseInTerminalTests {
  @Test("the mouse is asked for, and given back on leaving")
  func modes() throws {
    let session = try TmuxSession()
    try session.open()
    #expect(try session.variable("mouse_standard_flag") == "1")
    #expect(try session.variable("mouse_sgr_flag") == "1")
    try session.press("q")
    try session.expectEnd(status: 0)
    #expect(try session.variable("mouse_sgr_flag") == "0")
  }

  @Test("a click goes to a timestep, one on the pipeline chooses a layer, the wheel scrubs")
  func clicks() throws {
    let session = try TmuxSession()
    try session.open()
    try session.send("\u{1B}[<0;41;8M\u{1B}[<0;41;8m")
    try session.wait(for: "t 23 of 0–49")
    try session.send("\u{1B}[<65;11;6M\u{1B}[<65;11;6M")
    try session.wait(for: "t 25 of 0–49")
    try session.send("\u{1B}[<64;11;6M")
    try session.wait(for: "t 24 of 0–49")
    try session.send("\u{1B}[<0;3;2M")
    try session.wait(for: "10 features")
    try session.press("q")
    try session.expectEnd(status: 0)
  }
}
