/// Numbers in a box with named axis lengths, row major: the last axis lies together in memory.
package struct Tensor: Hashable, Sendable {
  /// The length of each axis; no axis at all is a single number.
  package var shape: [Int]
  /// The numbers, as many as the product of `shape`.
  package var values: [Float]

  /// A tensor of these numbers.
  ///
  /// Anything may be put together here, also from a file; `isWhole` says whether it fits.
  package init(shape: [Int], values: [Float]) {
    self.shape = shape
    self.values = values
  }

  /// A tensor of one number throughout.
  init(filled value: Float, shape: [Int]) {
    self.init(shape: shape, values: [Float](repeating: value, count: shape.reduce(1, *)))
  }

  /// Whether there are as many numbers as the shape asks for.
  package var isWhole: Bool { Self.count(of: shape) == values.count }

  /// How many numbers a box with these axis lengths holds; `nil` for negative lengths and for more
  /// than an integer counts.
  package static func count(of shape: [Int]) -> Int? {
    if shape.contains(where: { $0 < 0 }) { return nil }
    return shape.reduce(1) { checked($0, .product, $1) }
  }
}
