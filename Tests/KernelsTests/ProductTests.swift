import Kernels
import Testing

@Suite("Product")
struct ProductTests {
  /// Rows, depth and columns around every width that a level takes at once.
  static let sizes: [(Int, Int, Int)] =
    [1, 2, 5, 6, 7, 13, 16, 31].flatMap { rows in
      [1, 3, 4, 5, 8, 12, 31, 32, 33, 64, 127, 128, 130, 141].map { (rows, 17, $0) }
    } + [(1, 1, 1), (6, 0, 5), (0, 3, 5), (4, 3, 0), (50, 138, 4), (50, 138, 1)]

  /// The definition: every number added up with k ascending, rounded as the level rounds.
  func plain(
    _ left: [Float], _ right: [Float], _ sums: [Float], _ size: (Int, Int, Int), _ level: Level
  ) -> [Float] {
    let (rows, depth, columns) = size
    var sums = sums
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = sums[row * columns + column]
        for k in 0..<depth {
          let one = left[row * depth + k]
          let other = right[k * columns + column]
          sum = level == .portable ? sum + one * other : sum.addingProduct(one, other)
        }
        sums[row * columns + column] = sum
      }
    }
    return sums
  }

  @Test("a product is the plain sum to the last bit, whatever its size", arguments: levels)
  func exact(_ level: Level) {
    let kernels = Kernels(level)
    for size in Self.sizes {
      let (rows, depth, columns) = size
      let left = numbers(rows * depth + 1, from: 1)
      let right = numbers(depth * columns + 1, from: 2)
      // One more number than there is room for, to see that nothing is written beyond the end.
      let before = numbers(rows * columns + 1, from: 3)
      var sums = before
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          sums.withUnsafeMutableBufferPointer { sums in
            guard let left = left.baseAddress, let right = right.baseAddress,
              let sums = sums.baseAddress
            else { return }
            kernels.addProduct(
              of: Rows(left, stride: depth), and: Rows(right, stride: columns),
              to: MutableRows(sums, stride: columns), rows: rows, columns: columns,
              depth: depth)
          }
        }
      }
      #expect(
        bits(sums) == bits(plain(left, right, before, size, level)), "\(level) \(size)")
    }
  }

  @Test("rows may lie apart, repeat, or run backwards", arguments: levels)
  func strides(_ level: Level) {
    let kernels = Kernels(level)
    let left = numbers(7 * 5)
    let right = numbers(5 * 40, from: 2)
    let columns = 33
    for stride in [-5, 0, 5] {
      let first = stride < 0 ? 6 * 5 : 0
      var sums = [Float](repeating: 0.5, count: 7 * 50)
      left.withUnsafeBufferPointer { left in
        right.withUnsafeBufferPointer { right in
          sums.withUnsafeMutableBufferPointer { sums in
            guard let left = left.baseAddress, let right = right.baseAddress,
              let sums = sums.baseAddress
            else { return }
            kernels.addProduct(
              of: Rows(left + first, stride: stride), and: Rows(right, stride: 40),
              to: MutableRows(sums, stride: 50), rows: 7, columns: columns, depth: 5)
          }
        }
      }
      let rows = (0..<7).flatMap { Array(left[first + $0 * stride..<first + $0 * stride + 5]) }
      let narrow = (0..<5).flatMap { Array(right[$0 * 40..<$0 * 40 + columns]) }
      let expected = plain(
        rows, narrow, [Float](repeating: 0.5, count: 7 * columns), (7, 5, columns), level)
      for row in 0..<7 {
        #expect(
          bits(Array(sums[row * 50..<row * 50 + columns]))
            == bits(Array(expected[row * columns..<(row + 1) * columns])))
        #expect(sums[row * 50 + columns..<row * 50 + 50].allSatisfy { $0 == 0.5 })
      }
    }
  }
}
