import Testing

@testable import Screen

@Suite struct DimmedColoursTests {
  private func dimmed(_ ink: Ink, on paper: Paper = .none) -> Style {
    Style(ink, on: paper, bold: true, dimmed: true)
  }

  @Test(
    "dimmed, no ink has a colour of its own, a paper or bold letters",
    arguments: PaletteTests.looks)
  func grey(look: Look) {
    let palette = Palette(look)
    let all = (InkColours.inks + PaletteTests.values).flatMap { ink in
      Paper.allCases.map { palette.appearance(of: dimmed(ink, on: $0)) }
    }
    #expect(all.allSatisfy { $0.background == nil && !$0.bold && !$0.reversed })
    #expect(Set(all.map(\.foreground)).count <= 3)
  }

  @Test("with few colours or none the terminal's own text is dimmed", arguments: Theme.allCases)
  func attribute(theme: Theme) {
    for tier in [Tier.colours8, .monochrome] {
      let palette = Palette(Look(tier: tier, theme: theme))
      for ink in [Ink.text, .title, .gate(0.5), .ghost] {
        #expect(palette.appearance(of: dimmed(ink)) == Appearance(dim: true))
      }
    }
  }

  @Test("dimmed text steps back and can still be read", arguments: Theme.allCases)
  func contrast(theme: Theme) throws {
    let ground = theme == .dark ? 16 : 231
    let palette = Palette(Look(theme: theme))
    let contrast = { (ink: Ink) in
      let foreground = try #require(palette.appearance(of: dimmed(ink)).foreground)
      return Colour.contrast(foreground, ground)
    }
    let quiet = try #require(palette.appearance(of: Style(.quiet)).foreground)
    #expect(try contrast(.text) >= 3)
    #expect(try contrast(.text) < Colour.contrast(quiet, ground))
    #expect(try contrast(.gate(0.5)) < contrast(.text))
    #expect(try contrast(.ghost) < contrast(.gate(0.5)))
    #expect(try contrast(.ghost) >= 1.5)
  }

  @Test("with 16 colours dimmed text is the terminal's grey", arguments: Theme.allCases)
  func sixteen(theme: Theme) {
    let palette = Palette(Look(tier: .colours16, theme: theme))
    #expect(palette.appearance(of: dimmed(.series(1))) == Appearance(foreground: 8))
  }

  @Test("what is underlined or reversed stays so")
  func emphasis() {
    let style = Style(.text, underlined: true, reversed: true, dimmed: true)
    let appearance = Palette(Look(tier: .monochrome)).appearance(of: style)
    #expect(appearance == Appearance(dim: true, underlined: true, reversed: true))
  }

  @Test("halves are greys by their magnitude, the ink that of the half that it fills")
  func halves() {
    for theme in Theme.allCases {
      let palette = Palette(Look(theme: theme))
      let look = { (upper: Float, lower: Float?) in
        let halves = Halves(.signed, upper: upper, lower: lower)
        return palette.appearance(of: Cell(.halves(halves), Style(dimmed: true)))
      }
      #expect(look(1, nil).background == nil)
      #expect(look(1, nil).foreground == look(-1, nil).foreground)
      // The lower half is the greater, and so the ink.
      #expect(look(-1, 0).foreground == look(0, nil).foreground)
      #expect(look(-1, 0).background == look(1, nil).foreground)
      let greys = [Float(0), 0.25, 0.5, 0.7, 1].compactMap { look($0, nil).foreground }
      #expect(Set(greys).count == 5)
      #expect(greys == (theme == .dark ? greys.sorted() : greys.sorted(by: >)))
    }
  }

  @Test("in ANSI a dimmed text is SGR 2 without colours, and grey with them")
  func ansi() {
    var frame = Frame(Size(width: 4, height: 2))
    let style = Style(.series(4), on: .bar, bold: true)
    frame.write("c = 1", column: 0, row: 1, style: style, width: 3)
    frame.dim(except: [])
    let mono = frame.ansi(Look(tier: .monochrome))
    #expect(mono.hasSuffix("\u{1b}[0;2mc …\u{1b}[0m\n"))
    #expect(frame.ansi(Look()).hasSuffix("\u{1b}[0;38;5;242mc …\u{1b}[0m\n"))
    #expect(frame.ansi(Look(tier: .colours16)).hasSuffix("\u{1b}[0;90mc …\u{1b}[0m\n"))
  }

  @Test("in a picture the dimmed part is grey and the rest is not", arguments: Theme.allCases)
  func svg(theme: Theme) {
    var frame = Frame(Size(width: 9, height: 3))
    frame.write("f", column: 0, row: 1, style: Style(.series(1)))
    frame.write("i", column: 0, row: 2, style: Style(.series(0), on: .bar, bold: true))
    frame.dim(except: [Rect(column: 0, row: 1, width: 9, height: 1)])
    let svg = frame.svg(theme: theme)
    let grey = Colour.hexadecimal(theme == .dark ? 242 : 245)
    #expect(svg.contains("fill=\"\(grey)\">i</text>"))
    #expect(!svg.contains("fill=\"\(grey)\">f</text>"))
    #expect(!svg.contains("font-weight"))
  }
}
