import Testing

@testable import Screen

@Suite struct HalvesTests {
  @Test("every pair of values comes back from the bits of a cell, and is no glyph")
  func roundTrip() {
    for ramp in [Halves.Ramp.gate, .signed] {
      for upper in stride(from: Int8(ramp == .gate ? 0 : -100), through: 100, by: 5) {
        for lower in [nil, 0, 7, 100] + (ramp == .gate ? [] : [Int8(-100), -3]) {
          let halves = Halves(ramp, hundredths: upper, over: lower)
          let cell = Cell(.halves(halves), Style(on: .cursor))
          #expect(cell.content == .halves(halves))
          #expect(cell.halves == halves && cell.scalarValue == nil)
          #expect(halves.upper == upper && halves.lower == lower)
          #expect(cell.style.paper == .cursor)
        }
      }
    }
    #expect(Cell(.glyph("\u{10ffff}")).halves == nil)
    #expect(Cell(.bar(eighths: 8, hanging: true)).halves == nil)
  }

  @Test("values beyond the scale are its ends, and what is no number is 0")
  func limits() {
    #expect(Halves(.signed, upper: 7, lower: -7) == Halves(.signed, upper: 1, lower: -1))
    #expect(Halves(.gate, upper: -0.5, lower: .nan) == Halves(.gate, upper: 0, lower: 0))
    #expect(Halves(.signed, upper: .infinity, lower: -.infinity).lower == -100)
  }

  @Test(
    "with 256 colours the upper half has the colour of the upper value, the lower that of the lower",
    arguments: Theme.allCases)
  func colours(theme: Theme) {
    let palette = Palette(Look(theme: theme))
    for (upper, lower) in [(0.9, -0.9), (-0.9, 0.9), (0.3, 0.3), (-0.5, 0.1), (0.1, -0.5)] {
      let cell = Cell(.halves(Halves(.signed, upper: Float(upper), lower: Float(lower))))
      let shown = palette.appearance(of: cell)
      let colours = [upper, lower].map {
        palette.appearance(of: Style(.signed(Float($0)))).foreground
      }
      let isUpper = Glyphs.onTerminal(cell, ascii: false).scalar == "▀"
      let found =
        isUpper ? [shown.foreground, shown.background] : [shown.background, shown.foreground]
      #expect(found == colours, "\(upper) over \(lower)")
    }
  }

  @Test(
    "what is nearly zero recedes: no other step has so little contrast", arguments: Theme.allCases)
  func nearZero(theme: Theme) throws {
    let palette = Palette(Look(theme: theme))
    let ground = theme == .dark ? 16 : 231
    let contrast = { (value: Float) throws in
      let cell = Cell(.halves(Halves(.signed, upper: value, lower: value)))
      return Colour.contrast(try #require(palette.appearance(of: cell).foreground), ground)
    }
    #expect(try contrast(0) == contrast(0.04))
    #expect(try contrast(0) < 2)
    for value in [Float(-1), -0.5, -0.06, 0.06, 0.5, 1] {
      #expect(try contrast(value) >= 3)
    }
  }

  @Test("a map that ends with an upper half shows the ground below it")
  func odd() {
    let palette = Palette(Look())
    let cell = Cell(.halves(Halves(.gate, upper: 0.8, lower: nil)))
    #expect(palette.appearance(of: cell).background == nil)
    #expect(
      palette.appearance(of: cell).foreground
        == palette.appearance(of: Style(.gate(0.8))).foreground)
    #expect(Glyphs.onTerminal(cell, ascii: false).scalar == "▀")
  }

  @Test("looks with few colours, or with ASCII, have no half cells, and show them all the same")
  func looks() {
    #expect(Look().hasHalfCells)
    #expect(!Look(ascii: true).hasHalfCells)
    let cell = Cell(.halves(Halves(.signed, upper: 0.8, lower: -0.8)))
    for tier in Tier.allCases where tier != .colours256 {
      #expect(!Look(tier: tier).hasHalfCells)
      #expect(Palette(Look(tier: tier)).appearance(of: cell).background == nil)
    }
    #expect(Glyphs.onTerminal(cell, ascii: true).scalar.isASCII)
  }

  @Test("a picture draws both halves, and a golden frame names both")
  func picture() {
    var frame = Frame(Size(width: 1, height: 1))
    frame[0, 0] = Cell(.halves(Halves(.signed, upper: 0.8, lower: -0.8)))
    let palette = Palette(Look())
    let picture = frame.svg()
    for value in [Float(0.8), -0.8] {
      let colour = palette.appearance(of: Style(.signed(value))).foreground ?? 0
      #expect(picture.contains(Colour.hexadecimal(colour)))
    }
    #expect(frame.golden.contains("signed 0.8 over -0.8"))
  }
}
