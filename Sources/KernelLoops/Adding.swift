// Not inlined: these stand with the loops because this target is always optimised.

/// target += source for each row.
public func addEach(_ source: Rows, to target: MutableRows, rows: Int, columns: Int) {
  for row in 0..<rows {
    let (from, to) = (source.row(row), target.row(row))
    for column in 0..<columns { to[column] += from[column] }
  }
}
