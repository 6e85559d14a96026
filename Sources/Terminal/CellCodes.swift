import CTerminal
import Screen

/// What the terminal library is told for each cell of a frame: character, colour pair, attributes.
/// The pairs are set when it is made.
struct CellCodes {
  private let palette: Palette
  private let isASCII: Bool
  /// Pair and attributes by the palette's index.
  private let styles: [ct_cell]
  /// Character and reversal of a bar by its code.
  private let bars: [ct_cell]

  init(_ look: Look) {
    palette = Palette(look)
    isASCII = look.ascii
    bars = Glyphs.barsOnTerminal.map {
      ct_cell(
        scalar: $0.scalar.value, pair: 0, attributes: $0.reversed ? UInt16(ct_reversed) : 0)
    }
    // Both in one number: colours are below 256, and −1 stands for the terminal's own.
    func key(_ foreground: Int?, _ background: Int?) -> Int {
      (foreground ?? -1) << 9 + (background ?? -1)
    }
    // A pair's number is its place.
    var pairs = [key(nil, nil)]
    let hasDefaults = look.tier == .monochrome || ct_start_colours()
    // A terminal without "its own" colours: those that it most likely has.
    let ground = hasDefaults ? -1 : look.theme == .dark ? 0 : 7
    let text = hasDefaults ? -1 : look.theme == .dark ? 7 : 0
    styles = palette.appearances.map { appearance in
      let key = key(appearance.foreground, appearance.background)
      let place = pairs.firstIndex(of: key) ?? pairs.count
      if place == pairs.count {
        pairs.append(key)
        _ = ct_set_pair(
          Int32(place), Int32(appearance.foreground ?? text),
          Int32(appearance.background ?? ground))
      }
      return ct_cell(
        scalar: 0, pair: UInt16(place), attributes: CellCodes.attributes(appearance))
    }
  }

  /// A number for the characters of each row, equal for equal ones: what the terminal library goes by
  /// where it looks for lines that have moved.
  func lines(of frame: Frame) -> [UInt64] {
    frame.cells.withUnsafeBufferPointer { cells in
      (0..<frame.height).map { row in
        var line: UInt64 = 0xcbf2_9ce4_8422_2325
        for place in row * frame.width..<(row + 1) * frame.width {
          line = (line ^ UInt64(scalar(of: cells[place]))) &* 0x100_0000_01b3
        }
        return line
      }
    }
  }

  private func scalar(of cell: Cell) -> UInt32 {
    if isASCII { return Glyphs.onTerminal(cell, ascii: true).scalar.value }
    if let scalar = cell.scalarValue { return scalar }
    if let halves = cell.halves { return Glyphs.onTerminal(halves).value }
    return bars[cell.barCode].scalar
  }

  /// The code of one cell. Called for every cell that changes, in debug builds as well: hence the
  /// shortcut for characters and the tables for the rest.
  func code(of cell: Cell) -> ct_cell {
    var code = styles[palette.index(of: cell)]
    if cell.hasEmphasis {
      let style = cell.style
      if style.bold, !style.dimmed { code.attributes |= UInt16(ct_bold) }
      if style.underlined { code.attributes |= UInt16(ct_underlined) }
      if style.reversed { code.attributes ^= UInt16(ct_reversed) }
    }
    if isASCII {
      code.scalar = Glyphs.onTerminal(cell, ascii: true).scalar.value
    } else if let scalar = cell.scalarValue {
      code.scalar = scalar
    } else if let halves = cell.halves {
      code.scalar = Glyphs.onTerminal(halves).value
    } else {
      let bar = bars[cell.barCode]
      code.scalar = bar.scalar
      code.attributes ^= bar.attributes
    }
    return code
  }

  private static func attributes(_ appearance: Appearance) -> UInt16 {
    var attributes = 0
    if appearance.bold { attributes |= ct_bold }
    if appearance.dim { attributes |= ct_dim }
    if appearance.underlined { attributes |= ct_underlined }
    if appearance.reversed { attributes |= ct_reversed }
    return UInt16(attributes)
  }
}
