import Kernels

/// left · right, for `rows` × `depth` and `depth` × `columns`.
func product(
  _ left: [Float], _ right: [Float], rows: Int, columns: Int, depth: Int, _ kernels: Kernels
) -> [Float] {
  sums(of: left, right, rows * columns) { left, right, sums in
    kernels.addProduct(
      of: Rows(left, stride: depth), and: Rows(right, stride: columns),
      to: MutableRows(sums, stride: columns), rows: rows, columns: columns, depth: depth)
  }
}

/// leftᵀ · right, for `depth` × `rows` and `depth` × `columns`.
func transposedProduct(
  _ left: [Float], _ right: [Float], rows: Int, columns: Int, depth: Int, _ kernels: Kernels
) -> [Float] {
  sums(of: left, right, rows * columns) { left, right, sums in
    kernels.addTransposedProduct(
      of: Rows(left, stride: rows), and: Rows(right, stride: columns),
      to: MutableRows(sums, stride: columns), rows: rows, columns: columns, depth: depth)
  }
}

/// So many sums from 0 on, to which `add` adds what it makes of two matrices.
private func sums(
  of left: [Float], _ right: [Float], _ count: Int,
  _ add: (UnsafePointer<Float>, UnsafePointer<Float>, UnsafeMutablePointer<Float>) -> Void
) -> [Float] {
  var sums = [Float](repeating: 0, count: count)
  sums.withUnsafeMutableBufferPointer { sums in
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        guard let left = left.baseAddress, let right = right.baseAddress,
          let sums = sums.baseAddress
        else { return }
        add(left, right, sums)
      }
    }
  }
  return sums
}

/// A matrix of `rows` × `columns` with its axes in the opposite order.
func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
  matrix.withUnsafeBufferPointer { matrix in
    written(rows * columns) { target in
      guard let source = matrix.baseAddress else { return }
      transpose(
        Rows(source, stride: columns), to: MutableRows(target, stride: rows), rows: rows,
        columns: columns, factor: 1)
    }
  }
}

/// The sum of all rows.
func rowSums(_ numbers: [Float], columns: Int, _ kernels: Kernels) -> [Float] {
  var sums = [Float](repeating: 0, count: columns)
  sums.withRows(stride: columns) { target in
    numbers.withUnsafeBufferPointer { numbers in
      guard let start = numbers.baseAddress else { return }
      kernels.addRows(
        Rows(start, stride: columns), to: target, rows: numbers.count / columns, columns: columns)
    }
  }
  return sums
}

extension [Float] {
  /// Lends the list as the rows of a matrix.
  mutating func withRows(stride: Int, _ body: (MutableRows) -> Void) {
    withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { body(MutableRows(start, stride: stride)) }
    }
  }
}

extension Kernels {
  /// Turns ∂loss/∂ what left an activation into that of what entered it; `sums` works out what entered,
  /// for the curves that ask for it.
  func back(
    through activation: Activation, made values: [Float], _ gradients: inout [Float], rows: Int,
    columns: Int, sums: () -> [Float]
  ) {
    guard let curve = activation.curve else {
      return backThroughSoftmax(values, &gradients, rows: rows, columns: columns)
    }
    if curve == .linear { return }
    let numbers = curve.slopeNeedsSum ? sums() : values
    gradients.withRows(stride: rows * columns) { target in
      numbers.withUnsafeBufferPointer { numbers in
        guard let start = numbers.baseAddress else { return }
        multiplyBySlopes(
          of: curve, at: Rows(start, stride: rows * columns), to: target, rows: 1,
          columns: rows * columns)
      }
    }
  }

  /// ∂/∂z = p ⊙ (∂/∂p − Σ p·∂/∂p) for each row.
  func backThroughSoftmax(
    _ parts: [Float], _ gradients: inout [Float], rows: Int, columns: Int
  ) {
    for row in 0..<rows {
      let range = row * columns..<(row + 1) * columns
      var sum: Float = 0
      for place in range { sum += parts[place] * gradients[place] }
      for place in range { gradients[place] = parts[place] * (gradients[place] - sum) }
    }
  }
}
