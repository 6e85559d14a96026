import Kernels

/// Keras's ways to fill the weights of a fresh layer, from one source of chance.
struct Initialiser {
  var chance: SplitMix64

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
  }

  /// What Keras fills a weight of this name with: kernels glorot_uniform, recurrent kernels
  /// orthogonal, embeddings evenly between ±0.05, what scales with ones, all else with zeros.
  mutating func usual(_ weight: WeightShape) -> Tensor {
    let shape = weight.dimensions
    switch weight.name {
    case "kernel": return glorotUniform(shape)
    case "recurrent_kernel": return orthogonal(rows: shape[0], columns: shape[1])
    case "embeddings": return even(shape, within: 0.05)
    case "gamma", "moving_variance": return Tensor(filled: 1, shape: shape)
    default: return Tensor(filled: 0, shape: shape)
    }
  }

  /// glorot_uniform on the whole matrix: evenly between ±√(6 / (rows + columns)); a convolution has
  /// as many rows as its window has numbers, and as many columns as all its filters have.
  mutating func glorotUniform(_ shape: [Int]) -> Tensor {
    let window = shape.dropLast(2).reduce(1, *)
    let fans = shape.suffix(2).reduce(0, +) * window
    return even(shape, within: (6 / Double(fans)).squareRoot())
  }

  /// Evenly between ±limit.
  mutating func even(_ shape: [Int], within limit: Double) -> Tensor {
    let count = shape.reduce(1, *)
    let values = [Float](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = count
      guard let start = buffer.baseAddress else { return }
      fillEvenly(start, count, within: limit, &chance.state)
    }
    return Tensor(shape: shape, values: values)
  }

  /// Rows that are freed together of their parts along those before them: enough for the products
  /// to be quick, few enough to stay in the cache.
  private static let rowsAtOnce = 48

  /// A matrix whose rows are orthonormal; there may not be more rows than columns.
  ///
  /// Each row is drawn from the normal distribution and freed of its parts along the rows before it
  /// (Gram and Schmidt). With twice as many columns most of a row stands upright on those before it, so
  /// once is enough; with fewer what is left of it may be small, and twice is (Kahan). A block of rows is freed of all rows before the block in two products, which
  /// is many times as quick as row by row.
  mutating func orthogonal(rows: Int, columns: Int) -> Tensor {
    precondition(rows <= columns, "no more rows stand upright on each other than there are columns")
    let passes = 2 * rows <= columns ? 1 : 2
    let values = [Float](unsafeUninitializedCapacity: rows * columns) { buffer, initialised in
      initialised = rows * columns
      guard let start = buffer.baseAddress else { return }
      let most = min(Self.rowsAtOnce, rows)
      let space = UnsafeMutablePointer<Float>.allocate(capacity: most * columns)
      defer { space.deallocate() }
      for first in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
        let block = first..<min(first + Self.rowsAtOnce, rows)
        for row in block {
          fillNormally(start + row * columns, columns, &chance.state)
          normalise(start + row * columns, columns)
        }
        for _ in 0..<passes {
          Self.free(block, of: 0..<first, start, columns, space)
          for row in block {
            Self.free(row..<row + 1, of: first..<row, start, columns, space)
            normalise(start + row * columns, columns)
          }
        }
      }
    }
    return Tensor(shape: [rows, columns], values: values)
  }

  /// Takes from some rows of a matrix their parts along others, which are orthonormal.
  private static func free(
    _ rows: Range<Int>, of finished: Range<Int>, _ start: UnsafeMutablePointer<Float>,
    _ columns: Int, _ space: UnsafeMutablePointer<Float>
  ) {
    let kernels = Kernels.portable
    let count = rows.count
    let along = Rows(start + finished.lowerBound * columns, stride: columns)
    let target = MutableRows(start + rows.lowerBound * columns, stride: columns)
    let parts = UnsafeMutablePointer<Float>.allocate(capacity: finished.count * count)
    defer { parts.deallocate() }
    parts.initialize(repeating: 0, count: finished.count * count)
    transpose(
      Rows(target.start, stride: columns), to: MutableRows(space, stride: count), rows: count,
      columns: columns, factor: 1)
    kernels.addProduct(
      of: along, and: Rows(space, stride: count), to: MutableRows(parts, stride: count),
      rows: finished.count, columns: count, depth: columns)
    transpose(
      Rows(parts, stride: count), to: MutableRows(space, stride: finished.count),
      rows: finished.count, columns: count, factor: -1)
    kernels.addProduct(
      of: Rows(space, stride: finished.count), and: along, to: target, rows: count,
      columns: columns, depth: finished.count)
  }
}
