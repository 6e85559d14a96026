/// How one cell is to be shown: colour indices, nil for the terminal's own, and attributes.
package struct Appearance: Hashable, Sendable {
  package var foreground: Int?
  package var background: Int?
  package var bold = false
  package var dim = false
  package var underlined = false
  package var reversed = false
}

/// Turns meanings into the colours and attributes of a look.
///
/// Values are quantised: every ink becomes one of a few dozen *slots*, and slot times paper is a
/// table made once. So the pairs of foreground and background stay under the 255 that every
/// terminal library holds, and looking up a cell is an index.
///
/// Where an ink would be hard to read on a paper (WCAG contrast under 4.5 for text, 3 for bars)
/// black or white takes its place. Fixed indices only: the terminal's palette is never redefined.
package struct Palette: Sendable {
  package let look: Look
  /// Slot by paper, in that order; then upper by lower half of gates, then of signed values; then
  /// those of dimmed cells.
  package let appearances: [Appearance]
  private let paperCount = Paper.allCases.count
  /// The slots before a series' first hue, and before the gates.
  private let firstHue = Cell.plainInks.count
  private let firstGate = Cell.plainInks.count + Ink.hueCount
  private let gateSteps: Int
  /// The slot of −1; those up to it are gates, from 0 to 1.
  private let firstNegative: Int
  private let signedSteps: Int
  /// Where the halves begin, of gates and of signed values.
  private let firstHalves: (gate: Int, signed: Int)
  private let firstDimmed: Int

  package init(_ look: Look) {
    self.look = look
    let colours = InkColours(look)
    gateSteps = colours.gateSteps
    firstNegative = firstGate + gateSteps
    signedSteps = colours.signedSteps
    let papers = PaperColours(look)
    var table: [Appearance] = []
    table.reserveCapacity(colours.slots.count * Paper.allCases.count)
    for slot in colours.slots {
      for paper in Paper.allCases {
        table.append(Palette.appearance(slot, on: papers[paper], look))
      }
    }
    let gates = firstNegative - gateSteps..<firstNegative
    let signed = firstNegative..<firstNegative + 2 * signedSteps + 1
    firstHalves = (table.count, table.count + gates.count * (gates.count + 1))
    for ramp in [gates, signed] {
      var steps = ramp.map { colours.slots[$0].colour }
      // Half a cell is an area: what is nearly zero has to recede, most units are.
      if ramp == signed, look.tier == .colours256 {
        steps[signedSteps] = look.theme == .dark ? 236 : 254
      }
      table += Palette.halves(steps, look)
    }
    firstDimmed = table.count
    appearances = table + DimmedColours(look).appearances
  }

  /// How a style is shown, its own emphasis included.
  package func appearance(of style: Style) -> Appearance {
    appearance(of: Cell(.glyph(" "), style))
  }

  /// How a cell is shown, its own emphasis included.
  package func appearance(of cell: Cell) -> Appearance {
    var appearance = appearances[index(of: cell)]
    if cell.bits & Cell.boldBit != 0, !cell.isDimmed { appearance.bold = true }
    if cell.bits & Cell.underlinedBit != 0 { appearance.underlined = true }
    if cell.bits & Cell.reversedBit != 0 { appearance.reversed.toggle() }
    return appearance
  }

  /// The place of a cell's ink and paper in `appearances`.
  package func index(of cell: Cell) -> Int {
    if cell.isDimmed { return firstDimmed + DimmedColours.place(of: cell) }
    if cell.scalarValue == nil, let halves = cell.halves { return index(of: halves) }
    let code = cell.inkCode
    var slot = code
    if code == Cell.seriesCode {
      slot = firstHue + cell.series % Ink.hueCount
    } else if code == Cell.gateCode {
      slot = gateSlot(cell.value)
    } else if code == Cell.signedCode {
      slot = signedSlot(cell.value)
    }
    return slot * paperCount + cell.paperCode
  }

  private func index(of halves: Halves) -> Int {
    let isGate = halves.ramp == .gate
    let count = isGate ? gateSteps : 2 * signedSteps + 1
    let step = { (hundredths: Int8) in
      let value = Float(hundredths) / 100
      return isGate ? gateSlot(value) - firstGate : signedSlot(value) - firstNegative
    }
    let first = isGate ? firstHalves.gate : firstHalves.signed
    return first + step(halves.upper) * (count + 1) + (halves.lower.map(step) ?? count)
  }

  private func gateSlot(_ value: Float) -> Int {
    if value >= 1 { return firstNegative - 1 }
    if value > 0 { return firstGate + Int(value * Float(gateSteps)) }
    return firstGate
  }

  private func signedSlot(_ value: Float) -> Int {
    let nearZero = firstNegative + signedSteps
    // Nearly zero, where the tenths round to 0.
    if value >= 0.05 {
      return nearZero + (value >= 1 ? signedSteps : Int(value * Float(signedSteps)) + 1)
    }
    if value <= -0.05 {
      return nearZero - (value <= -1 ? signedSteps : Int(-value * Float(signedSteps)) + 1)
    }
    return nearZero
  }

  /// Every step over every step, and over the ground. The ink is the greater of the two. Where
  /// colours are few it stands alone.
  private static func halves(_ steps: [Int?], _ look: Look) -> [Appearance] {
    steps.indices.flatMap { upper in
      (steps.indices.map(Optional.some) + [nil]).map { lower in
        let ink = max(upper, lower ?? upper)
        var result = Appearance(foreground: steps[ink])
        if look.tier == .colours256 {
          result.background = lower.flatMap { steps[min(upper, $0)] }
        }
        return result
      }
    }
  }

  private static func appearance(
    _ slot: InkColours.Slot, on paper: PaperColours.Ground, _ look: Look
  ) -> Appearance {
    var result = Appearance(foreground: slot.colour, background: paper.background)
    result.bold = slot.bold || paper.bold
    result.dim = slot.dim && !paper.reversed
    result.underlined = paper.underlined
    result.reversed = paper.reversed
    if let background = paper.background {
      result.dim = false
      let colour = slot.colour ?? paper.text
      // What the first 16 look like is the terminal's affair: no contrast can be promised.
      let isKnown = look.tier == .colours256
      let isEnough = isKnown && Colour.contrast(colour, background) >= slot.contrast
      result.foreground = isEnough ? colour : paper.text
    }
    return result
  }
}
