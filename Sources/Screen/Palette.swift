/// Which colours of a terminal's palette a meaning takes.
///
/// The palette itself is never redefined; indices of the 256 colours are the same on every terminal,
/// the first 16 are the user's own.
enum Palette {
  /// What a style comes to.
  struct Colours: Hashable {
    var foreground: UInt8?
    var background: UInt8?
    var isBold = false
    var isDim = false
    var isReversed = false
  }

  static func colours(of style: Style, on look: Look) -> Colours {
    switch look.tier {
    case .colours256: colours256(style, look.theme)
    case .colours16: few(style, look.theme, bright: true)
    case .colours8: few(style, look.theme, bright: false)
    case .monochrome: monochrome(style)
    }
  }

  // MARK: 256 colours

  /// From closed to open: dark blue over teal and green to yellow, each step lighter than the one
  /// before; on a light ground each darker.
  static func gates(_ theme: Look.Theme) -> [UInt8] {
    theme == .dark ? [25, 31, 36, 77, 184, 227] : [66, 25, 54, 17]
  }

  /// Near zero one band of grey, then purple above and orange below, stronger with size: a pair that
  /// colour-blind eyes tell apart.
  static func above(_ theme: Look.Theme) -> [UInt8] {
    theme == .dark ? [240, 97, 98, 135, 141, 183] : [246, 97, 98, 91, 55, 54]
  }

  static func below(_ theme: Look.Theme) -> [UInt8] {
    theme == .dark ? [240, 130, 136, 172, 208, 214] : [246, 136, 166, 130, 94, 58]
  }

  private static func colours256(_ style: Style, _ theme: Look.Theme) -> Colours {
    let dark = theme == .dark
    switch style.paper {
    case .set: return Colours(foreground: dark ? 16 : 231, background: dark ? 151 : 28)
    case .clear: return Colours(foreground: dark ? 16 : 231, background: dark ? 208 : 130)
    case .none: return Colours(foreground: ink256(style.ink, theme))
    case .cursor:
      return Colours(foreground: ink256(style.ink, theme), background: dark ? 237 : 254)
    case .bar:
      return Colours(
        foreground: ink256(style.ink, theme) ?? (dark ? 253 : 235), background: dark ? 236 : 253)
    }
  }

  static func ink256(_ ink: Ink, _ theme: Look.Theme) -> UInt8? {
    func pick(_ dark: UInt8, _ light: UInt8) -> UInt8 { theme == .dark ? dark : light }
    switch ink {
    case .text, .title: return nil
    case .quiet: return pick(246, 241)
    case .ghost: return pick(240, 247)
    case .accent: return pick(81, 25)
    case .warning: return pick(222, 94)
    case .error: return pick(210, 124)
    case .inputGate: return pick(114, 22)
    case .forgetGate: return pick(75, 26)
    case .cellCandidate: return pick(180, 130)
    case .outputGate: return pick(176, 127)
    case .cellState: return pick(221, 58)
    case .hiddenState: return pick(122, 23)
    case .gate(let value): return step(value, of: gates(theme))
    case .signed(let value):
      return step(value.magnitude, of: value < 0 ? below(theme) : above(theme))
    }
  }

  /// The colour of a share from 0 to 1.
  private static func step(_ share: Float, of colours: [UInt8]) -> UInt8 {
    let index = Int(min(1, max(0, share)) * Float(colours.count))
    return colours[min(colours.count - 1, index)]
  }

  // MARK: 16 and 8 colours

  private static func few(_ style: Style, _ theme: Look.Theme, bright: Bool) -> Colours {
    switch style.paper {
    case .set: return Colours(foreground: 0, background: 2)
    case .clear: return Colours(foreground: 0, background: 3)
    case .bar:
      // Black on white keeps its contrast under every user's colours.
      return Colours(
        foreground: style.ink == .accent ? 4 : 0, background: 7, isBold: style.ink == .accent)
    case .none, .cursor:
      let background: UInt8? = style.paper == .cursor && bright ? (theme == .dark ? 8 : 7) : nil
      let colour = inkFew(style.ink)
      let isLight = bright && theme == .dark && colour.map { $0 > 0 } == true
      return Colours(
        foreground: colour.map { isLight ? $0 + 8 : $0 }, background: background,
        isDim: style.ink == .ghost)
    }
  }

  private static func inkFew(_ ink: Ink) -> UInt8? {
    switch ink {
    case .text, .title, .quiet, .ghost: nil
    case .accent, .forgetGate, .hiddenState: 6
    case .warning, .cellCandidate, .cellState: 3
    case .error: 1
    case .inputGate: 2
    case .outputGate: 5
    case .gate(let value): value < 1.0 / 3 ? 4 : value < 2.0 / 3 ? 6 : 2
    case .signed(let value): value.magnitude < 1.0 / 6 ? nil : value < 0 ? 3 : 5
    }
  }

  // MARK: No colours

  private static func monochrome(_ style: Style) -> Colours {
    var result = Colours()
    switch style.paper {
    case .bar: result.isReversed = true
    case .set, .clear:
      result.isReversed = true
      result.isBold = style.paper == .set
    case .none, .cursor: break
    }
    switch style.ink {
    case .quiet, .ghost: result.isDim = style.paper != .bar
    case .accent, .title, .error, .warning, .inputGate, .forgetGate, .cellCandidate, .outputGate,
      .cellState, .hiddenState:
      result.isBold = true
    case .text, .gate, .signed: break
    }
    return result
  }
}
