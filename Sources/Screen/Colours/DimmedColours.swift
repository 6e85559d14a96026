/// How dimmed cells look: greys in which the rest of a screen steps back and can still be read.
///
/// Paper goes and bold goes; what a value's height says stays. Where a map has only colours to tell
/// values by, greys tell their magnitude. A terminal without greys dims its own text colour.
struct DimmedColours: Sendable {
  /// Text, bars and what is a ghost already; then the ink of two halves by what lies behind it.
  let appearances: [Appearance]

  private static var firstHalves: Int { 3 }
  /// How many magnitudes of half a cell are told apart.
  private static var levels: Int { 5 }

  init(_ look: Look) {
    switch (look.tier, look.theme) {
    case (.colours256, .dark):
      self.init(text: 242, bar: 240, ghost: 238, halves: [234, 236, 238, 240, 242])
    case (.colours256, .light):
      self.init(text: 245, bar: 248, ghost: 251, halves: [254, 252, 250, 248, 246])
    case (.colours16, .dark): self.init(text: 8, bar: 8, ghost: 8)
    case (.colours16, .light): self.init(text: 8, bar: 8, ghost: 7)
    case (.colours8, _), (.monochrome, _): self.init(text: nil, bar: nil, ghost: nil)
    }
  }

  private init(text: Int?, bar: Int?, ghost: Int?, halves: [Int]? = nil) {
    let plain = [text, bar, ghost].map { Appearance(foreground: $0, dim: $0 == nil) }
    let levels = 0..<Self.levels
    appearances =
      plain
      + levels.flatMap { ink in
        (levels.map(Optional.some) + [nil]).map { behind in
          guard let halves else { return plain[1] }
          return Appearance(foreground: halves[ink], background: behind.map { halves[$0] })
        }
      }
  }

  /// The place of a cell in `appearances`.
  static func place(of cell: Cell) -> Int {
    if cell.scalarValue == nil, let halves = cell.halves { return place(of: halves) }
    let code = cell.inkCode
    if code >= Cell.gateCode { return 1 }
    return code < Cell.seriesCode && Cell.plainInks[code] == .ghost ? 2 : 0
  }

  private static func place(of halves: Halves) -> Int {
    let isUpper = halves.isUpperInk
    let ink = isUpper ? halves.upper : halves.lower ?? halves.upper
    let behind = isUpper ? halves.lower : halves.upper
    return firstHalves + level(ink) * (levels + 1) + (behind.map(level) ?? levels)
  }

  private static func level(_ hundredths: Int8) -> Int {
    min(levels - 1, Int(hundredths.magnitude) * levels / 100)
  }
}
