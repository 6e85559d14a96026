import Kernels

/// Numbers between −2 and 2 that are always the same, with all the digits a Float has.
func numbers(_ count: Int, from start: UInt32 = 1) -> [Float] {
  var state = start
  return (0..<count).map { _ in
    state = state &* 1_664_525 &+ 1_013_904_223
    return Float(state >> 8) / Float(1 << 22) - 2
  }
}

/// The same numbers to the last bit.
func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }

/// The levels this processor can run.
let levels = Level.allCases.filter(\.isAvailable)

extension Kernels {
  /// A curve over a list of numbers.
  func curve(_ curve: Curve, _ values: [Float]) -> [Float] {
    var result = values
    result.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      apply(curve, to: MutableRows(start, stride: buffer.count), rows: 1, columns: buffer.count)
    }
    return result
  }
}
