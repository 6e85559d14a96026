import Testing

@testable import Screen

@Suite struct PaletteTests {
  static let looks: [Look] = Tier.allCases.flatMap { tier in
    Theme.allCases.map { Look(tier: tier, theme: $0) }
  }
  /// The one ink, and the one range of values, that may fade into the ground.
  static let faint: [Ink] = [.ghost, .signed(0), .signed(0.04), .signed(-0.04)]
  static let values: [Ink] =
    (0...100).map { .gate(Float($0) / 100) }
    + (-100...100).map { .signed(Float($0) / 100) }.filter { value in
      if case .signed(let value) = value { return value.magnitude >= 0.05 }
      return true
    }

  private func ground(_ theme: Theme) -> Int { theme == .dark ? 16 : 231 }

  @Test(
    "the pairs of colours fit a terminal: 255 with 256 colours, 63 with 16 and 8", arguments: looks)
  func pairs(look: Look) {
    let pairs = Set(Palette(look).appearances.map { [$0.foreground, $0.background] })
    #expect(pairs.count <= (look.tier == .colours256 ? 255 : 63))
  }

  @Test("a tier uses only colours that it has", arguments: looks)
  func range(look: Look) {
    let limit: Int =
      switch look.tier {
      case .colours256: 256
      case .colours16: 16
      case .colours8: 8
      case .monochrome: 0
      }
    for appearance in Palette(look).appearances {
      #expect((appearance.foreground ?? -1) < limit)
      #expect((appearance.background ?? -1) < limit)
    }
  }

  @Test("with 256 colours no index is one of the 16 that a terminal may show as it likes")
  func fixedIndices() {
    for theme in Theme.allCases {
      for appearance in Palette(Look(theme: theme)).appearances {
        #expect((appearance.foreground ?? 16) >= 16)
        #expect((appearance.background ?? 16) >= 16)
      }
    }
  }

  @Test(
    "text has a contrast of 4.5 on every paper; hues, which elsewhere are bars, on the plain one",
    arguments: Theme.allCases, Paper.allCases)
  func textContrast(theme: Theme, paper: Paper) {
    let palette = Palette(Look(theme: theme))
    for ink in InkColours.inks where !PaletteTests.faint.contains(ink) {
      let appearance = palette.appearance(of: Style(ink, on: paper))
      // The terminal's own text on its own ground is the terminal's affair.
      guard let foreground = appearance.foreground else { continue }
      let contrast = Colour.contrast(foreground, appearance.background ?? ground(theme))
      let isBar = if case .series = ink { paper != .none } else { false }
      #expect(contrast >= (isBar ? 3 : 4.5), "\(ink) on \(paper): \(contrast)")
    }
  }

  @Test("values have a contrast of 3, on every paper", arguments: Theme.allCases, Paper.allCases)
  func valueContrast(theme: Theme, paper: Paper) throws {
    let palette = Palette(Look(theme: theme))
    for ink in PaletteTests.values {
      let appearance = palette.appearance(of: Style(ink, on: paper))
      let foreground = try #require(appearance.foreground)
      let contrast = Colour.contrast(foreground, appearance.background ?? ground(theme))
      #expect(contrast >= 3, "\(ink) on \(paper): \(contrast)")
    }
  }

  @Test(
    "even the faint inks can be told from every paper", arguments: Theme.allCases, Paper.allCases)
  func faintContrast(theme: Theme, paper: Paper) throws {
    let palette = Palette(Look(theme: theme))
    for ink in PaletteTests.faint {
      let appearance = palette.appearance(of: Style(ink, on: paper))
      let foreground = try #require(appearance.foreground)
      #expect(Colour.contrast(foreground, appearance.background ?? ground(theme)) >= 1.5)
    }
  }

  @Test("with 16 and 8 colours, as xterm shows them, inks have a contrast of 3", arguments: looks)
  func fewColours(look: Look) {
    guard look.tier == .colours16 || look.tier == .colours8 else { return }
    let palette = Palette(look)
    for ink in InkColours.inks + PaletteTests.values where !PaletteTests.faint.contains(ink) {
      for paper in Paper.allCases {
        let appearance = palette.appearance(of: Style(ink, on: paper))
        guard let foreground = appearance.foreground else { continue }
        let contrast = Colour.contrast(foreground, appearance.background ?? ground(look.theme))
        #expect(contrast >= 3, "\(ink) on \(paper): \(contrast)")
      }
    }
  }

  @Test("a greater gate is never nearer to the ground, and the steps are of like size")
  func gateRamp() throws {
    for theme in Theme.allCases {
      let palette = Palette(Look(theme: theme))
      var colours: [Int] = []
      for tenths in 0...1000 {
        let ink = Ink.gate(Float(tenths) / 1000)
        let colour = try #require(palette.appearance(of: Style(ink)).foreground)
        if colours.last != colour { colours.append(colour) }
      }
      let distances = colours.map { Colour.contrast($0, ground(theme)) }
      #expect(distances == distances.sorted())
      #expect(Set(colours).count == colours.count)
      #expect((6...11).contains(colours.count))
      // Contrast is a ratio: even steps to the eye are even factors, none above 1.7.
      for (one, next) in zip(distances, distances.dropFirst()) { #expect(next / one < 1.7) }
    }
  }

  @Test("values above and below zero never share a colour; near zero is one band")
  func signedRamp() {
    for look in PaletteTests.looks where look.tier != .monochrome {
      let palette = Palette(look)
      let colours = { (values: [Int]) in
        Set(values.map { palette.appearance(of: Style(.signed(Float($0) / 100))).foreground })
      }
      let above = colours(Array(5...100))
      let below = colours(Array(-100 ... -5))
      let near = colours(Array(-4...4))
      #expect(near.count == 1)
      #expect(above.isDisjoint(with: below))
      #expect(above.isDisjoint(with: near) && below.isDisjoint(with: near))
      #expect(above.count == below.count)
    }
  }

  @Test("values out of range, infinite or no number at all find a colour")
  func oddValues() {
    for look in PaletteTests.looks {
      let palette = Palette(look)
      let same = { (one: Ink, other: Ink) in
        palette.appearance(of: Style(one)) == palette.appearance(of: Style(other))
      }
      #expect(same(.gate(7), .gate(1)) && same(.gate(-7), .gate(0)) && same(.gate(.nan), .gate(0)))
      #expect(same(.gate(.infinity), .gate(1)))
      #expect(same(.signed(7), .signed(1)) && same(.signed(-7), .signed(-1)))
      #expect(same(.signed(.nan), .signed(0)) && same(.signed(-.infinity), .signed(-1)))
    }
  }

  @Test("the six letters have six colours, on a dark ground in every tier with colours")
  func letters() {
    let letters: [Ink] = [
      .series(0), .series(1), .series(2), .series(3), .series(4), .series(5),
    ]
    let looks = [
      Look(), Look(theme: .light), Look(tier: .colours16), Look(tier: .colours8),
      Look(tier: .colours16, theme: .light),
    ]
    for look in looks {
      let palette = Palette(look)
      let colours = Set(letters.map { palette.appearance(of: Style($0)).foreground })
      #expect(colours.count == 6, "\(look)")
    }
  }

  @Test("a monochrome look has no colours; papers are reversed, bold or underlined")
  func monochrome() {
    let palette = Palette(Look(tier: .monochrome))
    #expect(palette.appearance(of: Style(.text, on: .bar)).reversed)
    #expect(palette.appearance(of: Style(.text, on: .eventOn)).reversed)
    #expect(palette.appearance(of: Style(.text, on: .eventOff)).underlined)
    #expect(palette.appearance(of: Style(.text, on: .cursor)).bold)
    #expect(palette.appearance(of: Style(.ghost)).dim)
    #expect(palette.appearance(of: Style(.error)).bold)
  }

  @Test("a style's own emphasis is kept, and reversing a reversed paper undoes it")
  func emphasis() {
    let palette = Palette(Look())
    let plain = palette.appearance(of: Style(.text))
    #expect(plain == Appearance())
    let all = palette.appearance(of: Style(.text, bold: true, underlined: true, reversed: true))
    #expect(all == Appearance(bold: true, underlined: true, reversed: true))
    let monochrome = Palette(Look(tier: .monochrome))
    #expect(!monochrome.appearance(of: Style(.text, on: .bar, reversed: true)).reversed)
  }
}
