import Kernels
import Testing

@Suite("TransposedProduct")
struct TransposedProductTests {
  /// Rows, depth and columns around every width and every depth that a level takes at once.
  static let sizes: [(Int, Int, Int)] =
    [1, 2, 3, 4, 5, 6, 7, 9, 13, 16, 20, 31].flatMap { rows in
      [1, 3, 8, 16, 17, 31, 33, 48, 63, 64, 65, 130, 141].map { (rows, 5, $0) }
    } + [1, 127, 128, 129, 257].flatMap { [(7, $0, 50), (11, $0, 70)] } + [
      (1, 1, 1), (6, 0, 5), (0, 3, 5), (4, 3, 0),
    ]

  /// The definition: every number added up with k ascending, rounded as the level rounds.
  func plain(
    _ left: [Float], _ right: [Float], _ sums: [Float], _ size: (Int, Int, Int), _ level: Level
  ) -> [Float] {
    let (rows, depth, columns) = size
    var sums = sums
    for row in 0..<rows {
      for column in 0..<columns {
        for k in 0..<depth {
          let (one, other) = (left[k * rows + row], right[k * columns + column])
          let sum = sums[row * columns + column]
          sums[row * columns + column] =
            level == .portable ? sum + one * other : sum.addingProduct(one, other)
        }
      }
    }
    return sums
  }

  @Test("a transposed product is the plain sum to the last bit", arguments: levels)
  func exact(_ level: Level) {
    for size in Self.sizes {
      let (rows, depth, columns) = size
      let left = numbers(rows * depth, from: 1)
      let right = numbers(depth * columns, from: 2)
      // One more number than there is room for, to see that nothing is written beyond the end.
      let before = numbers(rows * columns + 1, from: 3)
      var sums = before
      add(left, stride: rows, right, stride: columns, to: &sums, stride: columns, size, level)
      #expect(bits(sums) == bits(plain(left, right, before, size, level)), "\(level) \(size)")
    }
  }

  @Test("the rows of all three may lie apart", arguments: levels)
  func strides(_ level: Level) {
    let size = (rows: 9, depth: 140, columns: 70)
    let left = numbers(size.depth * 11)
    let right = numbers(size.depth * 80, from: 2)
    var sums = [Float](repeating: 0.5, count: size.rows * 90)
    add(left, stride: 11, right, stride: 80, to: &sums, stride: 90, size, level)
    let expected = plain(
      (0..<size.depth).flatMap { left[$0 * 11..<$0 * 11 + size.rows] },
      (0..<size.depth).flatMap { right[$0 * 80..<$0 * 80 + size.columns] },
      [Float](repeating: 0.5, count: size.rows * size.columns), size, level)
    for row in 0..<size.rows {
      #expect(
        bits(Array(sums[row * 90..<row * 90 + size.columns]))
          == bits(Array(expected[row * size.columns..<(row + 1) * size.columns])))
      #expect(sums[row * 90 + size.columns..<row * 90 + 90].allSatisfy { $0 == 0.5 })
    }
  }

  private func add(
    _ left: [Float], stride leftStride: Int, _ right: [Float], stride rightStride: Int,
    to sums: inout [Float], stride: Int, _ size: (rows: Int, depth: Int, columns: Int),
    _ level: Level
  ) {
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        sums.withUnsafeMutableBufferPointer { sums in
          guard let sums = sums.baseAddress else { return }
          // Where nothing is read, any place will do.
          Kernels(level).addTransposedProduct(
            of: Rows(left.baseAddress ?? UnsafePointer(sums), stride: leftStride),
            and: Rows(right.baseAddress ?? UnsafePointer(sums), stride: rightStride),
            to: MutableRows(sums, stride: stride), rows: size.rows, columns: size.columns,
            depth: size.depth)
        }
      }
    }
  }
}
