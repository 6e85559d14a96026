/// What stands between two layers, in double precision: `[observation][timestep][feature]`, one timestep
/// where there is no such axis.
struct PlainFlow {
  var rows: [[[Double]]]
  var isSequence: Bool
  /// Which timesteps count, `[observation][timestep]`; nil where all do.
  var mask: [[Bool]]?

  init(_ rows: [[[Double]]], isSequence: Bool = true, mask: [[Bool]]? = nil) {
    self.rows = rows
    self.isSequence = isSequence
    self.mask = mask
  }

  var timesteps: Int { rows[0].count }
  var width: Int { rows[0][0].count }
  var numbers: [Double] { rows.flatMap { $0.flatMap(\.self) } }

  /// What each observation becomes by itself.
  func each(isSequence: Bool? = nil, _ change: ([[Double]]) -> [[Double]]) -> PlainFlow {
    PlainFlow(rows.map(change), isSequence: isSequence ?? self.isSequence)
  }

  /// What each row becomes by itself; masks stay.
  func eachRow(_ change: ([Double]) -> [Double]) -> PlainFlow {
    var flow = each { $0.map(change) }
    flow.mask = mask
    return flow
  }

  /// Whether a timestep of an observation counts.
  func counts(_ observation: Int, _ timestep: Int) -> Bool {
    mask?[observation][timestep] ?? true
  }
}

/// left · right of matrices as rows.
func times(_ left: [[Double]], _ right: [[Double]]) -> [[Double]] {
  left.map { row in
    right[0].indices.map { column in row.indices.reduce(0) { $0 + row[$1] * right[$1][column] } }
  }
}

/// Rows and columns in each other's place.
func turned(_ matrix: [[Double]]) -> [[Double]] {
  matrix[0].indices.map { column in matrix.map { $0[column] } }
}

/// A list as rows of so many numbers.
func rows(_ numbers: [Double], of width: Int) -> [[Double]] {
  stride(from: 0, to: numbers.count, by: width).map { Array(numbers[$0..<$0 + width]) }
}
