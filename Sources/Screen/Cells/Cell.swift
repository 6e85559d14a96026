/// What stands in a cell.
package enum Content: Hashable, Sendable {
  case glyph(Unicode.Scalar)
  /// A bar of 0 to 8 eighths of the cell's height. It stands on the cell's bottom or hangs from
  /// its top: values below zero hang, so that the sign is a shape and not only a colour.
  case bar(eighths: Int, hanging: Bool)
  /// Two values, the upper and the lower half. They bring their colours: the ink does not count.
  case halves(Halves)
}

/// One cell of a frame: a content and a style.
///
/// Both are packed into 64 bits without loss, so that comparing two frames of 12,000 cells is one
/// comparison of memory even in a debug build:
///
///     bits 0–20   scalar, or 0x110000 + eighths (+ 16 when hanging) for a bar, or from 0x120000
///                 on two halves
///     bits 21–24  ink      bits 25–27  paper
///     bits 28–31  bold, underlined, reversed, dimmed
///     bits 32–63  the value of a gate or signed ink, as the bits of a Float; a series' number
///
/// Shifts with & and conversions between two concrete types are single instructions even without
/// optimisation; their generic siblings are calls and made a frame ten times slower to paint.
package struct Cell: Hashable, Sendable {
  package private(set) var bits: UInt64

  /// A cell; the eighths of a bar are limited to 0…8.
  package init(_ content: Content, _ style: Style = Style()) {
    bits = Cell.bits(of: content) | Cell.bits(of: style)
  }

  /// A cell with a style packed before.
  init(_ scalar: Unicode.Scalar, styleBits: UInt64) {
    bits = UInt64(scalar.value) | styleBits
  }

  package static let blank = Cell(.glyph(" "))

  package var content: Content {
    get {
      let code = UInt32(bits & Cell.contentMask)
      guard code >= Cell.firstBar else { return .glyph(Unicode.Scalar(code) ?? "?") }
      if code >= Halves.firstCode { return .halves(Halves(code: code)) }
      let bar = code - Cell.firstBar
      return .bar(eighths: Int(bar & 15), hanging: bar & 16 != 0)
    }
    set { bits = bits & ~Cell.contentMask | Cell.bits(of: newValue) }
  }

  package var style: Style {
    get {
      Style(
        ink,
        on: Paper(rawValue: UInt8(bits &>> 25 & 7)) ?? .none,
        bold: bits & Cell.boldBit != 0,
        underlined: bits & Cell.underlinedBit != 0,
        reversed: bits & Cell.reversedBit != 0,
        dimmed: isDimmed)
    }
    set { bits = bits & Cell.contentMask | Cell.bits(of: newValue) }
  }

  /// The two values of a cell of halves.
  package var halves: Halves? {
    let code = UInt32(bits & 0x1f_ffff)
    return code >= Halves.firstCode ? Halves(code: code) : nil
  }

  /// The value of a glyph's scalar, nil for a bar and for halves.
  package var scalarValue: UInt32? {
    let code = UInt32(bits & 0x1f_ffff)
    return code < 0x11_0000 ? code : nil
  }

  /// Whether something stands here that one can see.
  var isTaken: Bool { scalarValue != 0x20 }

  /// A number for a bar's height and side, an index into `Glyphs.barsOnTerminal`.
  package var barCode: Int { Int(bits & 31) }
  /// Whether the style is bold, underlined or reversed.
  package var hasEmphasis: Bool { bits & 0x7000_0000 != 0 }

  /// Whether the style is dimmed.
  package var isDimmed: Bool { bits & Cell.dimmedBit != 0 }

  /// Dims the style and leaves the rest of it.
  mutating func dim() { bits |= Cell.dimmedBit }

  /// The code of the ink: its place in `plainInks`, or that of an ink with a number of its own,
  /// which stands in the upper bits. Eleven of sixteen are taken.
  var inkCode: Int { Int(bits &>> 21 & 15) }
  /// The value of a gate or a signed ink.
  var value: Float { Float(bitPattern: UInt32(bits &>> 32)) }
  /// The number of a series.
  var series: Int { Int(bits &>> 32) }
  var paperCode: Int { Int(bits &>> 25 & 7) }

  static var contentMask: UInt64 { 0x1f_ffff }
  static var firstBar: UInt32 { 0x11_0000 }
  static var boldBit: UInt64 { 0x1000_0000 }
  static var underlinedBit: UInt64 { 0x2000_0000 }
  static var reversedBit: UInt64 { 0x4000_0000 }
  static var dimmedBit: UInt64 { 0x8000_0000 }

  static func bits(of content: Content) -> UInt64 {
    switch content {
    case .glyph(let scalar): UInt64(scalar.value)
    case .bar(let eighths, let hanging):
      UInt64(firstBar) + UInt64(min(max(eighths, 0), 8)) + (hanging ? 16 : 0)
    case .halves(let halves): UInt64(halves.code)
    }
  }

  static func bits(of style: Style) -> UInt64 {
    let (code, number) = code(of: style.ink)
    var bits = UInt64(number) &<< 32 | code &<< 21
    bits |= UInt64(style.paper.rawValue) &<< 25
    if style.bold { bits |= boldBit }
    if style.underlined { bits |= underlinedBit }
    if style.reversed { bits |= reversedBit }
    if style.dimmed { bits |= dimmedBit }
    return bits
  }

  private var ink: Ink {
    switch inkCode {
    case Cell.seriesCode: return .series(series)
    case Cell.gateCode: return .gate(value)
    case Cell.signedCode: return .signed(value)
    default: return Cell.plainInks[inkCode]
    }
  }

  /// The inks without a value, in the order of their codes.
  static let plainInks: [Ink] = [
    .text, .quiet, .accent, .title, .warning, .error, .good, .ghost,
  ]
  static var seriesCode: Int { 8 }
  static var gateCode: Int { 9 }
  static var signedCode: Int { 10 }

  private static func code(of ink: Ink) -> (UInt64, UInt32) {
    switch ink {
    case .text: (0, 0)
    case .quiet: (1, 0)
    case .accent: (2, 0)
    case .title: (3, 0)
    case .warning: (4, 0)
    case .error: (5, 0)
    case .good: (6, 0)
    case .ghost: (7, 0)
    case .series(let number): (8, UInt32(truncatingIfNeeded: number))
    // Adding 0 turns −0 into 0: equal styles have equal bits.
    case .gate(let value): (9, (value + 0).bitPattern)
    case .signed(let value): (10, (value + 0).bitPattern)
    }
  }
}

extension Cell: CustomStringConvertible {
  package var description: String { "Cell(\(content), \(style))" }
}
