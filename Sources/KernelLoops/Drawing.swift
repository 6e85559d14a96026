import Foundation

// Compiled here, for any processor, and not inlined: it stands with the loops only because this
// target is always optimised, and millions of weights are drawn.

/// The next 64 bits of a SplitMix64 with this state.
@inlinable @inline(__always)
public func drawBits(_ state: inout UInt64) -> UInt64 {
  state &+= 0x9E37_79B9_7F4A_7C15
  var mixed = state
  mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
  mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
  return mixed ^ (mixed >> 31)
}

/// The next number from 0 to below 1, a multiple of 2⁻⁵³.
@inlinable @inline(__always)
public func drawFraction(_ state: inout UInt64) -> Double {
  Double(drawBits(&state) >> 11) * 0x1p-53
}

/// Fills a row with numbers that lie evenly between ±`limit`.
public func fillEvenly(
  _ row: UnsafeMutablePointer<Float>, _ count: Int, within limit: Double, _ state: inout UInt64
) {
  for index in 0..<count { row[index] = Float((2 * drawFraction(&state) - 1) * limit) }
}

/// Fills a row with numbers of the normal distribution, two from each two draws (Box and Muller
/// 1958).
public func fillNormally(
  _ row: UnsafeMutablePointer<Float>, _ count: Int, _ state: inout UInt64
) {
  var index = 0
  while index < count {
    let radius = (-2 * log(1 - drawFraction(&state))).squareRoot()
    let angle = 2 * Double.pi * drawFraction(&state)
    row[index] = Float(radius * cos(angle))
    if index + 1 < count { row[index + 1] = Float(radius * sin(angle)) }
    index += 2
  }
}

/// Gives a row the length 1.
public func normalise(_ row: UnsafeMutablePointer<Float>, _ count: Int) {
  var square = 0.0
  for index in 0..<count { square += Double(row[index]) * Double(row[index]) }
  let factor = Float(1 / square.squareRoot())
  for index in 0..<count { row[index] *= factor }
}

/// target[column, row] = factor · source[row, column].
public func transpose(
  _ source: Rows, to target: MutableRows, rows: Int, columns: Int, factor: Float
) {
  for row in 0..<rows {
    let numbers = source.row(row)
    for column in 0..<columns { target.row(column)[row] = factor * numbers[column] }
  }
}
