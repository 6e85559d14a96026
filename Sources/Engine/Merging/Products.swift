/// One observation's rows as a matrix.
struct Matrix {
  var rows: Int
  var columns: Int
  var values: [Float]

  init(_ flow: Flow) {
    rows = flow.rows
    columns = flow.width
    values = flow.values
  }

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    values = [Float](repeating: 0, count: rows * columns)
  }

  /// Rows and columns in each other's place.
  var turned: Matrix {
    var turned = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns {
        turned.values[column * rows + row] = values[row * columns + column]
      }
    }
    return turned
  }

  /// The product with another one, whose rows are as many as the columns of this.
  func product(_ other: Matrix) -> Matrix {
    var product = Matrix(rows: rows, columns: other.columns)
    for row in 0..<rows {
      for inner in 0..<columns {
        let factor = values[row * columns + inner]
        for column in 0..<other.columns {
          product.values[row * other.columns + column] +=
            factor * other.values[inner * other.columns + column]
        }
      }
    }
    return product
  }
}

extension Flow {
  /// The matrices of observations side by side, as a sequence or as one row each.
  init(_ matrices: [Matrix], isSequence: Bool, mask: [Bool]? = nil) {
    self.init(
      values: matrices.flatMap(\.values), timesteps: isSequence ? matrices[0].rows : nil,
      width: isSequence ? matrices[0].columns : matrices[0].rows * matrices[0].columns, mask: mask)
  }
}
