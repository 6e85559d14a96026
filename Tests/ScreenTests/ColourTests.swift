import Testing

@testable import Screen

@Suite struct ColourTests {
  @Test(
    "indices stand for xterm's colours",
    arguments: [
      (0, "#000000"), (9, "#ff0000"), (16, "#000000"), (21, "#0000ff"), (81, "#5fd7ff"),
      (214, "#ffaf00"), (231, "#ffffff"), (232, "#080808"), (255, "#eeeeee"),
    ])
  func hexadecimal(index: Int, expected: String) {
    #expect(Colour.hexadecimal(index) == expected)
  }

  @Test("white on black has a contrast of 21, a colour on itself of 1")
  func extremes() {
    #expect(abs(Colour.contrast(16, 231) - 21) < 1e-9)
    #expect(Colour.contrast(81, 81) == 1)
  }

  @Test("luminance follows WCAG's formula")
  func luminance() {
    // #8a8a8a: ((138/255 + 0.055) / 1.055)^2.4, computed with Python.
    #expect(abs(Colour.luminance(245) - 0.25415209433082675) < 1e-12)
    // #080808 is on the straight part: 8 / 255 / 12.92.
    #expect(abs(Colour.luminance(232) - 8 / 255 / 12.92) < 1e-12)
  }
}
