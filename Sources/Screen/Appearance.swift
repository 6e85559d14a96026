/// A cell as a terminal shows it: one character, two colours of its palette, and attributes.
package struct Appearance: Hashable, Sendable {
  package var scalar: Unicode.Scalar
  /// An index of the terminal's palette; nil is its own colour for text.
  package var foreground: UInt8?
  /// An index of the terminal's palette; nil is its own background.
  package var background: UInt8?
  package var isBold: Bool
  package var isDim: Bool
  package var isReversed: Bool

  /// How a cell looks on a terminal.
  package init(_ cell: Cell, on look: Look) {
    let colours = Palette.colours(of: cell.style, on: look)
    foreground = colours.foreground
    background = colours.background
    isBold = cell.style.bold || colours.isBold
    isDim = colours.isDim
    isReversed = colours.isReversed
    switch cell.content {
    case .glyph(let glyph): scalar = look.isASCII ? Glyphs.ascii(glyph) : glyph
    case .bar(let eighths, let hanging):
      if look.isASCII {
        scalar = Glyphs.ascii(eighths: eighths, hanging: hanging, ink: cell.style.ink)
      } else if hanging {
        // The ground of the complementary block, in the ink's colour, hangs from the ceiling.
        scalar = eighths >= 8 ? "█" : Glyphs.blocks[8 - max(1, eighths)]
        if eighths < 8 { isReversed.toggle() }
      } else {
        scalar = Glyphs.blocks[min(8, max(0, eighths))]
      }
    }
  }
}
