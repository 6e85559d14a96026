/// The colours of the inks under one look, before any paper lies under them.
struct InkColours: Sendable {
  /// One ink, or one step of a value.
  struct Slot: Sendable {
    /// The colour index, nil for the terminal's own text colour.
    var colour: Int?
    var bold = false
    var dim = false
    /// The least WCAG contrast to a paper, under which the paper's own text colour is taken.
    var contrast: Double
  }

  /// A hue is that of letters on the plain ground, and of bars, which are larger, on any other.
  private static func contrast(of ink: Ink) -> Double {
    switch ink {
    case .ghost: 1.5
    case .series: 3
    default: 4.5
    }
  }

  /// The inks that have one colour each, in the order of their slots.
  static let inks = Cell.plainInks + (0..<Ink.hueCount).map(Ink.series)

  let slots: [Slot]
  let gateSteps: Int
  /// The steps on each side of "nearly zero".
  let signedSteps: Int

  init(_ look: Look) {
    let table = InkTable(look)
    var slots = zip(Self.inks, table.plain).map { ink, colour in
      Slot(
        colour: colour, bold: ink == .title, dim: ink == .ghost && colour == nil,
        contrast: Self.contrast(of: ink))
    }
    if look.tier == .monochrome {
      for (place, ink) in Self.inks.enumerated() {
        slots[place].dim = ink == .quiet || ink == .ghost
        slots[place].bold = [.title, .accent, .warning, .error].contains(ink)
      }
    }
    slots += table.gates.map { Slot(colour: $0, contrast: 3) }
    slots += table.negative.reversed().map { Slot(colour: $0, contrast: 3) }
    slots.append(Slot(colour: table.nearZero, dim: table.nearZero == nil, contrast: 1.5))
    slots += table.positive.map { Slot(colour: $0, contrast: 3) }
    if look.tier == .monochrome {
      // Half of the scale and more is bold, where no colour says how much it is.
      slots[slots.count - 1].bold = true
      slots[slots.count - 1 - 2 * table.positive.count].bold = true
    }
    self.slots = slots
    gateSteps = table.gates.count
    signedSteps = table.positive.count
  }
}

/// Colour indices by meaning. On a dark ground more is brighter, on a light one darker. A share from 0
/// to 1 is told by lightness alone; values above zero are purple and below zero orange, which mean
/// nothing else. The six hues of a series are green, blue, pink, brown, yellow and cyan. Hues, purple
/// and orange are apart for every kind of colour blindness: a search over all 240 fixed colours for the
/// six whose least distance is greatest gave them.
private struct InkTable {
  /// In the order of `InkColours.inks`: text quiet accent title warning error good ghost, then the
  /// hues of a series.
  let plain: [Int?]
  /// From 0 to 1.
  let gates: [Int?]
  let nearZero: Int?
  /// From nearly zero to ±1; as many on each side.
  let positive: [Int?]
  let negative: [Int?]

  init(_ look: Look) {
    switch (look.tier, look.theme) {
    case (.colours256, .dark):
      plain = [nil, 247, 81, 255, 222, 210, 114, 240, 150, 75, 218, 138, 228, 159]
      gates = [243, 245, 248, 250, 252, 255]
      nearZero = 240
      positive = [97, 98, 99, 135]
      negative = [130, 166, 172, 208]
    case (.colours256, .light):
      plain = [nil, 241, 25, 16, 94, 124, 22, 248, 28, 63, 163, 95, 58, 23]
      gates = [102, 243, 241, 239, 236, 16]
      nearZero = 248
      positive = [99, 92]
      negative = [166, 130]
    case (.colours16, .dark):
      plain = [nil, nil, 14, 15, 11, 9, 10, 8, 10, 12, 9, 13, 11, 14]
      gates = [12, 6, 10, 11]
      nearZero = 8
      positive = [5, 13]
      negative = [3, 11]
    case (.colours16, .light):
      plain = [nil, nil, 4, 0, 5, 1, 4, 7, 4, 12, 1, 5, 0, 8]
      gates = [8, 12, 4, 0]
      nearZero = 7
      positive = [5]
      negative = [1]
    case (.colours8, .dark):
      // Blue on black cannot be read; cyan stands for it.
      plain = [nil, nil, 6, 7, 3, 1, 2, nil, 2, 6, 1, 5, 3, 7]
      gates = [2, 6, 3]
      nearZero = nil
      positive = [5]
      negative = [3]
    case (.colours8, .light):
      // Green, cyan and yellow on white cannot be read: some letters share a colour.
      plain = [nil, nil, 4, 0, 5, 1, 4, nil, 4, 5, 1, 4, 5, 0]
      gates = [4, 0]
      nearZero = nil
      positive = [5]
      negative = [1]
    case (.monochrome, _):
      plain = [Int?](repeating: nil, count: InkColours.inks.count)
      gates = [nil]
      nearZero = nil
      positive = [nil, nil]
      negative = [nil, nil]
    }
  }
}
