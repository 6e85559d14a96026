/// The colours behind the 256 fixed indices of a terminal, to measure contrast and to draw
/// pictures with. The first 16 are xterm's; a terminal may show its own there.
package enum Colour {
  /// Red, green and blue, each from 0 to 255.
  package static func components(_ index: Int) -> (red: Int, green: Int, blue: Int) {
    switch index {
    case ..<16:
      let value = xterm[max(0, index)]
      return (value >> 16, value >> 8 & 255, value & 255)
    case ..<232:
      let place = index - 16
      return (cube[place / 36], cube[place / 6 % 6], cube[place % 6])
    default:
      let grey = 8 + 10 * (min(index, 255) - 232)
      return (grey, grey, grey)
    }
  }

  /// "#5fd7ff".
  package static func hexadecimal(_ index: Int) -> String {
    let (red, green, blue) = components(index)
    let digits = String(red << 16 | green << 8 | blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Relative luminance from 0 to 1, as WCAG 2 defines it.
  package static func luminance(_ index: Int) -> Double {
    let (red, green, blue) = components(index)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast of two colours from 1 to 21, as WCAG 2 defines it.
  package static func contrast(_ one: Int, _ other: Int) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static let cube = [0, 95, 135, 175, 215, 255]
  private static let xterm = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
    0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
  ]

  /// sRGB to linear light. The power 2.4 is taken as x²·x^0.4 with two roots' iteration, because
  /// this target imports nothing, not even a mathematics library.
  private static func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    return base * base * fifthRoot(base * base)
  }

  /// Newton's iteration for y⁵ = x, x from 0 to 1.
  private static func fifthRoot(_ x: Double) -> Double {
    var y = 1.0
    for _ in 0..<40 { y -= (y - x / (y * y * y * y)) / 5 }
    return y
  }
}
