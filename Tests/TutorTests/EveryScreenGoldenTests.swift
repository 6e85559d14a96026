import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Golden frames of every screen without colours")
struct EveryScreenGoldenTests {
  static let screens = Command.ScreenName.allCases
  static let all = [(60, 18), (80, 24), (120, 40), (160, 50), (200, 60)].map {
    Size(width: $0.0, height: $0.1)
  }

  /// A scene in which every screen has something to show.
  private func state(_ screen: Command.ScreenName) throws -> State {
    var state = try Models.tutor("latch", "go 15; unit 58")
    _ = state.update(.open(screen))
    if screen == .schedule { _ = state.update(.go(.by(60))) }
    state.hasHalfCells = false
    if screen == .unit { _ = state.update(.look(.named(.phase(4)))) }
    return state
  }

  @Test("in monochrome what a terminal is sent is what was looked at", arguments: screens)
  func monochrome(screen: Command.ScreenName) throws {
    let frame = view(try state(screen), size: Size(width: 80, height: 24))
    try Golden.expect(
      text: frame.frame.ansi(Look(tier: .monochrome)), is: "\(screen)-monochrome-80x24")
  }

  @Test(
    "in ASCII the characters are those that were looked at, and ASCII alone", arguments: screens)
  func ascii(screen: Command.ScreenName) throws {
    let text = view(try state(screen), size: Size(width: 80, height: 24)).text(ascii: true)
    let foreign = text.unicodeScalars.filter { !$0.isASCII }
    #expect(foreign.isEmpty)
    try Golden.expect(text: text, is: "\(screen)-ascii-80x24")
  }

  @Test("so is the picture of the unit, in monochrome and in ASCII")
  func picture() throws {
    let frame = view(
      try Models.tutor("latch", "go 15; open unit; hold 0.9"), size: Size(width: 80, height: 24))
    try Golden.expect(
      text: frame.frame.ansi(Look(tier: .monochrome)), is: "unit-picture-monochrome-80x24")
    let text = frame.text(ascii: true)
    #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    try Golden.expect(text: text, is: "unit-picture-ascii-80x24")
  }

  @Test(
    "every screen is the one that was looked at, from the smallest size to a projector's",
    arguments: screens, all)
  func sizes(screen: Command.ScreenName, size: Size) throws {
    var state = try state(screen)
    state.hasHalfCells = true
    try Golden.expect(
      view(state, size: size), is: "\(screen)-scene-\(size.width)x\(size.height)")
  }

  @Test("without half cells a line of the layer screen is a unit")
  func withoutHalfCells() throws {
    var state = try Models.tutor("latch", "go 20; open layer")
    state.hasHalfCells = false
    try Golden.expect(view(state, size: Size(width: 80, height: 24)), is: "layer-plain-80x24")
  }
}
