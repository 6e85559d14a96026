/// How rows of several inputs become one row.
enum RowMerge {
  /// One behind the other.
  case concatenated
  /// Number by number.
  case each((Float, Float) -> Float)

  /// What becomes of inputs of the same rows; a timestep counts where it counts in all of them.
  func merged(_ inputs: [Flow], rows: Int) -> Flow {
    var result = inputs[0]
    for other in inputs.dropFirst() { result = merged(result, other, rows: rows) }
    return result
  }

  private func merged(_ one: Flow, _ other: Flow, rows: Int) -> Flow {
    var result = one
    switch self {
    case .each(let operation):
      result.values = zip(one.values, other.values).map(operation)
    case .concatenated:
      result.width = one.width + other.width
      result.values.removeAll(keepingCapacity: true)
      result.values.reserveCapacity(rows * result.width)
      for row in 0..<rows {
        result.values += one.values[row * one.width..<(row + 1) * one.width]
        result.values += other.values[row * other.width..<(row + 1) * other.width]
      }
    }
    result.mask = Self.mask(one, other)
    return result
  }

  static func mask(_ one: Flow, _ other: Flow) -> [Bool]? {
    guard let first = one.mask else { return other.mask }
    guard let second = other.mask else { return first }
    return zip(first, second).map { $0 && $1 }
  }
}
