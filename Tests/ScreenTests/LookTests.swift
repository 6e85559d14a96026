import Testing

@testable import Screen

@Suite struct LookTests {
  private func tier(
    _ environment: [String: String], _ colours: Int = 256, _ flag: LookFlags.Colour? = nil
  ) -> Tier {
    let flags = LookFlags(colour: flag)
    return Look.detect(
      environment: environment, terminalColours: colours, utf8: true, flags: flags
    ).tier
  }

  @Test(
    "without a word from anyone the terminal's colours decide",
    arguments: [
      (-1, Tier.monochrome), (0, .monochrome), (2, .monochrome), (8, .colours8), (15, .colours8),
      (16, .colours16), (88, .colours16), (256, .colours256), (16_777_216, .colours256),
    ])
  func terminal(colours: Int, expected: Tier) {
    #expect(tier([:], colours) == expected)
  }

  @Test("a flag beats NO_COLOR, NO_COLOR beats CLICOLOR_FORCE, CLICOLOR_FORCE beats CLICOLOR")
  func precedence() {
    #expect(tier(["NO_COLOR": "1"], 256, .always) == .colours256)
    #expect(tier(["NO_COLOR": "1"], 256, .colours16) == .colours16)
    #expect(tier(["CLICOLOR_FORCE": "1"], 256, .never) == .monochrome)
    #expect(tier(["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]) == .monochrome)
    #expect(tier(["CLICOLOR_FORCE": "1", "CLICOLOR": "0"]) == .colours256)
    #expect(tier(["CLICOLOR": "0"]) == .monochrome)
    #expect(tier(["CLICOLOR": "1"]) == .colours256)
  }

  @Test("an empty NO_COLOR says nothing, nor does CLICOLOR_FORCE=0")
  func emptyValues() {
    #expect(tier(["NO_COLOR": ""]) == .colours256)
    #expect(tier(["CLICOLOR_FORCE": "0", "CLICOLOR": "0"]) == .monochrome)
    #expect(tier(["CLICOLOR_FORCE": "", "CLICOLOR": "0"]) == .monochrome)
  }

  @Test("colour forced on a terminal without any is 8 colours")
  func forced() {
    #expect(tier(["CLICOLOR_FORCE": "1"], 0) == .colours8)
    #expect(tier([:], 0, .always) == .colours8)
    #expect(tier([:], 8, .colours256) == .colours256)
  }

  @Test("a locale without UTF-8 or the flag means ASCII")
  func ascii() {
    let look = { (utf8: Bool, flag: Bool) in
      Look.detect(
        environment: [:], terminalColours: 8, utf8: utf8, flags: LookFlags(ascii: flag)
      ).ascii
    }
    #expect(!look(true, false))
    #expect(look(false, false) && look(true, true) && look(false, true))
  }

  @Test(
    "the first of LC_ALL, LC_CTYPE and LANG that says something decides about UTF-8",
    arguments: [
      ([:], false), (["LANG": "en_GB.UTF-8"], true), (["LANG": "C.utf8"], true),
      (["LC_ALL": "C", "LANG": "en_GB.UTF-8"], false),
      (["LC_ALL": "", "LANG": "en_GB.UTF-8"], true),
      (["LC_CTYPE": "UTF-8", "LANG": "C"], true),
      (["LC_ALL": "C.UTF-8", "LC_CTYPE": "C"], true), (["LANG": "POSIX"], false),
      (["LANG": "de_DE.ISO-8859-1"], false), (["LANG": "en_GB.utf8@euro"], true),
      (["LANG": "\"en_GB.UTF-8\""], true), (["LANG": "UTF"], false),
      (["LANG": "de_DE.ISO-8859-1@utf8"], false),
    ] as [([String: String], Bool)])
  func utf8(environment: [String: String], expected: Bool) {
    #expect(Look.isUTF8(environment: environment) == expected)
  }

  @Test(
    "COLORFGBG may tell of a light ground",
    arguments: [
      (nil, Theme.dark), ("15;0", .dark), ("0;15", .light), ("0;default;15", .light),
      ("0;7", .light), ("15;8", .dark), ("15;default", .dark), ("", .dark), ("0;231", .dark),
    ])
  func theme(value: String?, expected: Theme) {
    var environment: [String: String] = [:]
    environment["COLORFGBG"] = value
    let look = Look.detect(environment: environment, terminalColours: 256, utf8: true)
    #expect(look.theme == expected)
  }

  @Test("a flag for the theme beats COLORFGBG")
  func themeFlag() {
    let look = Look.detect(
      environment: ["COLORFGBG": "0;15"], terminalColours: 256, utf8: true,
      flags: LookFlags(theme: .dark))
    #expect(look.theme == .dark)
  }

  @Test(
    "TERM is taken for more than it says only where the environment tells so",
    arguments: [
      (["TERM": "xterm"], nil), (["TERM": "xterm", "COLORTERM": "truecolor"], "xterm-256color"),
      (["TERM": "screen", "TMUX": "/run/1"], "screen-256color"),
      (["TERM": "screen", "TMUX": ""], nil), (["TERM": "screen"], nil),
      (["TERM": "vt100", "COLORTERM": "truecolor"], nil),
      (["TERM": "dumb", "TMUX": "/run/1"], nil),
      (["TERM": "tmux-256color", "TMUX": "/run/1"], nil), ([:], nil),
    ] as [([String: String], String?)])
  func richer(environment: [String: String], expected: String?) {
    #expect(Look.richerTerminal(environment: environment) == expected)
  }

  @Test("a flag for 256 colours asks for a richer kind as well")
  func richerByFlag() {
    let flags = LookFlags(colour: .colours256)
    let name = Look.richerTerminal(environment: ["TERM": "xterm"], flags: flags)
    #expect(name == "xterm-256color")
  }

  @Test("a look is limited to the colours that there are")
  func limited() {
    let limits = [0, 8, 16, 88, 256].map { Look(tier: .colours256).limited(toColours: $0).tier }
    #expect(limits == [.monochrome, .colours8, .colours16, .colours16, .colours256])
    #expect(Look(tier: .colours16).limited(toColours: 8).tier == .colours8)
    #expect(Look(tier: .colours8).limited(toColours: 256).tier == .colours8)
    #expect(Look(tier: .monochrome).limited(toColours: 256).tier == .monochrome)
  }
}
