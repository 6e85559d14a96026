import Foundation
import Kernels

/// Keras's ways to fill the weights of a fresh layer, from one source of chance.
struct Initialiser {
  private var chance: SplitMix64

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
  }

  /// glorot_uniform on the whole matrix: evenly between ±√(6 / (rows + columns)).
  mutating func glorotUniform(rows: Int, columns: Int) -> Tensor {
    let limit = (6 / Double(rows + columns)).squareRoot()
    let count = rows * columns
    let values = [Float](unsafeUninitializedCapacity: count) { buffer, initialised in
      for index in 0..<count {
        buffer[index] = Float((2 * chance.nextFraction() - 1) * limit)
      }
      initialised = count
    }
    return Tensor(shape: [rows, columns], values: values)
  }

  /// A matrix whose rows are orthonormal; there may not be more rows than columns.
  ///
  /// Each row is drawn from the normal distribution and freed of its part along the rows before it
  /// (Gram and Schmidt, twice over: once leaves an error where a row nearly lies in their plane).
  mutating func orthogonal(rows: Int, columns: Int) -> Tensor {
    precondition(rows <= columns, "more rows than columns cannot be orthonormal")
    let kernels = Kernels.portable
    let values = [Float](unsafeUninitializedCapacity: rows * columns) { buffer, initialised in
      initialised = rows * columns
      guard let start = buffer.baseAddress else { return }
      let parts = UnsafeMutablePointer<Float>.allocate(capacity: rows)
      defer { parts.deallocate() }
      for row in 0..<rows {
        let target = start + row * columns
        fillNormal(target, columns)
        for _ in 0..<2 {
          normalise(target, columns)
          parts.initialize(repeating: 0, count: row)
          kernels.addProduct(
            of: Rows(start, stride: columns), and: Rows(target, stride: 1),
            to: MutableRows(parts, stride: 1), rows: row, columns: 1, depth: columns)
          for index in 0..<row { parts[index] = -parts[index] }
          kernels.addProduct(
            of: Rows(parts, stride: row), and: Rows(start, stride: columns),
            to: MutableRows(target, stride: columns), rows: 1, columns: columns, depth: row)
        }
        normalise(target, columns)
      }
    }
    return Tensor(shape: [rows, columns], values: values)
  }

  private func normalise(_ row: UnsafeMutablePointer<Float>, _ count: Int) {
    var square = 0.0
    for index in 0..<count { square += Double(row[index]) * Double(row[index]) }
    let factor = Float(1 / square.squareRoot())
    for index in 0..<count { row[index] *= factor }
  }

  /// Numbers of the normal distribution, two from each two draws (Box and Muller 1958).
  private mutating func fillNormal(_ row: UnsafeMutablePointer<Float>, _ count: Int) {
    var index = 0
    while index < count {
      let radius = (-2 * log(1 - chance.nextFraction())).squareRoot()
      let angle = 2 * Double.pi * chance.nextFraction()
      row[index] = Float(radius * cos(angle))
      if index + 1 < count { row[index + 1] = Float(radius * sin(angle)) }
      index += 2
    }
  }
}
