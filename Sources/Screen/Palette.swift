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
  /// Slot by paper, in that order.
  package let appearances: [Appearance]
  private let colours: InkColours

  package init(_ look: Look) {
    self.look = look
    colours = InkColours(look)
    let papers = PaperColours(look)
    var table: [Appearance] = []
    table.reserveCapacity(colours.slots.count * Paper.allCases.count)
    for slot in colours.slots {
      for paper in Paper.allCases {
        table.append(Palette.appearance(slot, on: papers[paper], look))
      }
    }
    appearances = table
  }

  /// How a style is shown, its own emphasis included.
  package func appearance(of style: Style) -> Appearance {
    appearance(of: Cell(.glyph(" "), style))
  }

  /// How a cell is shown, its own emphasis included.
  package func appearance(of cell: Cell) -> Appearance {
    var appearance = appearances[index(of: cell)]
    if cell.bits & Cell.boldBit != 0 { appearance.bold = true }
    if cell.bits & Cell.underlinedBit != 0 { appearance.underlined = true }
    if cell.bits & Cell.reversedBit != 0 { appearance.reversed.toggle() }
    return appearance
  }

  /// The place of a cell's ink and paper in `appearances`.
  package func index(of cell: Cell) -> Int {
    let code = Int(truncatingIfNeeded: cell.bits >> 21 & 15)
    let paper = min(Int(truncatingIfNeeded: cell.bits >> 25 & 7), Paper.allCases.count - 1)
    guard code >= Cell.gateCode else { return code * Paper.allCases.count + paper }
    let value = Float(bitPattern: UInt32(truncatingIfNeeded: cell.bits >> 32))
    let slot = code == Cell.gateCode ? gateSlot(value) : signedSlot(value)
    return slot * Paper.allCases.count + paper
  }

  private func gateSlot(_ value: Float) -> Int {
    let steps = colours.gateSteps
    guard value > 0 else { return Cell.gateCode }
    return Cell.gateCode + (value >= 1 ? steps - 1 : Int(value * Float(steps)))
  }

  private func signedSlot(_ value: Float) -> Int {
    let steps = colours.signedSteps
    let zero = Cell.gateCode + colours.gateSteps + steps
    let size = value.magnitude
    // Nearly zero, where the tenths round to 0; what is no number as well.
    guard size >= 0.05 else { return zero }
    let step = size >= 1 ? steps : Int(size * Float(steps)) + 1
    return value > 0 ? zero + step : zero - step
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
      let enough = Colour.contrast(colour, background) >= slot.contrast
      result.foreground = enough ? colour : paper.text
    }
    return result
  }
}
