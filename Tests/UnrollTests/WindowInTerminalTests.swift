import Foundation
import Testing

@Suite("The window in a terminal")
struct WindowInTerminalTests {
  @Test("a resized window shows what a fresh start at that size shows")
  func resize() throws {
    let session = try TmuxSession()
    try session.open()
    let large = try session.settled(at: "t 0 of 0–49")
    try session.resize(width: 60, height: 18)
    let small = try Program.run("frame", "--size", "60x18").text
    try session.wait { $0.words == small.words }
    try session.resize(width: 100, height: 30)
    try session.wait { $0 == large }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("too small a window says both sizes, and q quits there")
  func tooSmall() throws {
    let session = try TmuxSession()
    try session.open()
    try session.resize(width: 59, height: 17)
    try session.wait(for: "Unroll needs 60×18; this window is 59×17.")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("the window may grow back from too small a size")
  func growsBack() throws {
    let session = try TmuxSession(width: 40, height: 10)
    try session.begin()
    try session.wait(for: "40×10")
    try session.resize(width: 100, height: 30)
    try session.wait(for: "t 0 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test(
    "a window of any size that a terminal may claim is drawn on as far as that makes sense",
    arguments: [(32768, 24), (65535, 65535), (80, 40000), (1, 65535)] as [(UInt16, UInt16)])
  func claimedSize(_ width: UInt16, _ height: UInt16) throws {
    let session = try TmuxSession()
    try session.open()
    let terminal = open(try session.variable("pane_tty"), O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    defer { close(terminal) }
    var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    // Back at a usual size it is as it was.
    size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    try #require(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
    try session.press("Right")
    try session.wait(for: "t 1 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("an inherited LINES and COLUMNS do not freeze the size")
  func inheritedSize() throws {
    let session = try TmuxSession()
    try session.open(environment: ["LINES": "20", "COLUMNS": "70"])
    let screen = try session.settled(at: "? help  q quit")
    #expect(screen.split(separator: "\n", omittingEmptySubsequences: false).count > 28)
    try session.resize(width: 120, height: 40)
    try session.wait { ($0.split(separator: "\n").map(\.count).max() ?? 0) > 100 }
    try session.press("q")
    try session.expectEnd(status: 0)
  }
}

extension String {
  /// The words of a screen, whatever stands for bars: a terminal's differ from a printed frame's.
  fileprivate var words: [String] {
    split { !$0.isASCII || $0.isWhitespace }.map(String.init)
  }
}
