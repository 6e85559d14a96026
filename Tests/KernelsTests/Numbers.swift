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

/// Lends the starts of lists, none of them empty.
func lend(_ lists: [[Float]], _ body: ([UnsafePointer<Float>]) -> Void) {
  func lend(_ starts: [UnsafePointer<Float>]) {
    guard starts.count < lists.count else { return body(starts) }
    lists[starts.count].withUnsafeBufferPointer {
      if let start = $0.baseAddress { lend(starts + [start]) }
    }
  }
  lend([])
}

/// Lends the start of a list to be written to.
func change(_ list: inout [Float], _ body: (UnsafeMutablePointer<Float>) -> Void) {
  list.withUnsafeMutableBufferPointer { if let start = $0.baseAddress { body(start) } }
}

/// Lends the starts of three lists to be written to.
func change(
  _ one: inout [Float], _ two: inout [Float], _ three: inout [Float],
  _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>)
    -> Void
) {
  change(&one) { one in change(&two) { two in change(&three) { body(one, two, $0) } } }
}
