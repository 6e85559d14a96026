/// Two values one above the other in one cell, so that a map of values has two rows a line.
///
///     Cell(.halves(Halves(.signed, upper: 0.5, lower: -0.2)))
///
/// Only colour tells the values apart: a look that lacks it (`Look.hasHalfCells`) is to be given
/// bars, one row a line. Values are kept in hundredths; what is no number counts as 0.
package struct Halves: Hashable, Sendable {
  /// Which scale of colours the two values stand on.
  package enum Ramp: Hashable, Sendable {
    /// From 0 to 1.
    case gate
    /// From −1 to 1.
    case signed
  }

  package let ramp: Ramp
  /// Hundredths, −100 to 100.
  package let upper: Int8
  /// Hundredths; nil is the ground, where the map ends.
  package let lower: Int8?

  package init(_ ramp: Ramp, upper: Float, lower: Float?) {
    self.init(ramp, hundredths: Halves.hundredths(upper), over: lower.map(Halves.hundredths))
  }

  /// Halves from hundredths, which are limited to −100…100.
  package init(_ ramp: Ramp, hundredths upper: Int8, over lower: Int8?) {
    self.ramp = ramp
    self.upper = Halves.limited(upper, ramp)
    self.lower = lower.map { Halves.limited($0, ramp) }
  }

  /// A value from −1 to 1 in hundredths.
  package static func hundredths(_ value: Float) -> Int8 {
    guard value == value else { return 0 }
    return Int8((min(max(value, -1), 1) * 100).rounded())
  }

  private static func limited(_ hundredths: Int8, _ ramp: Ramp) -> Int8 {
    min(100, max(ramp == .gate ? 0 : -100, hundredths))
  }

  /// Whether the greater value is the upper one. The ink is that of the greater, so that two colours
  /// need one pair, whichever of them is above.
  var isUpperInk: Bool { lower.map { upper >= $0 } ?? true }

  /// The half of the cell that the ink fills.
  var glyph: Unicode.Scalar { isUpperInk ? "▀" : "▄" }

  // MARK: Bits

  /// The first code of a cell's content that stands for halves.
  static var firstCode: UInt32 { 0x12_0000 }

  var code: UInt32 {
    let above = UInt32(Int32(upper) &+ 100)
    let below = lower.map { UInt32(Int32($0) &+ 100) } ?? 255
    return Halves.firstCode &+ (ramp == .signed ? 0x1_0000 : 0) &+ above &<< 8 &+ below
  }

  init(code: UInt32) {
    let below = code & 255
    ramp = code & 0x1_0000 == 0 ? .gate : .signed
    upper = Int8(truncatingIfNeeded: Int32(code &>> 8 & 255) &- 100)
    lower = below == 255 ? nil : Int8(truncatingIfNeeded: Int32(below) &- 100)
  }
}

extension Look {
  /// Whether colours are many enough to tell the two values of `Halves` apart.
  package var hasHalfCells: Bool { tier == .colours256 && !ascii }
}
