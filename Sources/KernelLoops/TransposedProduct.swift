/// sums[r, n] += left[k, r] · right[k, n] for `depth` × `rows` and `depth` × `columns`, as weight
/// gradients need it.
///
/// Every number of `sums` takes its products one by one, k ascending, as in `addProduct`: to the last bit
/// it is the product of the transposed matrix.
@inlinable @inline(__always)
public func addTransposedProduct<Wide: Lanes, Rule: Rounding>(
  _ wide: Wide.Type, _ rule: Rule.Type, of left: Rows, and right: Rows, to sums: MutableRows,
  rows: Int, columns: Int, depth: Int
) {
  var k = 0
  while k < depth {
    let left = Rows(left.row(k), stride: left.stride)
    let right = Rows(right.row(k), stride: right.stride)
    let length = depth - k < 64 ? depth - k : 64
    var column = addTransposedPanels(wide, rule, left, right, sums, rows, 0, columns, length)
    column = addTransposedPanels(
      SIMD8<Float>.self, rule, left, right, sums, rows, column, columns, length)
    _ = addTransposedPanels(Float.self, rule, left, right, sums, rows, column, columns, length)
    k += length
  }
}

/// As many panels of `Vector.width` columns as there is room for; returns the first column left.
@inlinable @inline(__always)
func addTransposedPanels<Vector: Lanes, Rule: Rounding>(
  _ vector: Vector.Type, _ rule: Rule.Type, _ left: Rows, _ right: Rows, _ sums: MutableRows,
  _ rows: Int, _ first: Int, _ columns: Int, _ depth: Int
) -> Int {
  var column = first
  while column + Vector.width <= columns {
    let right = Rows(right.start + column, stride: right.stride)
    let sums = MutableRows(sums.start + column, stride: sums.stride)
    let row = addTransposedRows(
      SixRows<Vector>.self, rule, left, right, sums, rows, from: 0, depth)
    _ = addTransposedRows(OneRow<Vector>.self, rule, left, right, sums, rows, from: row, depth)
    column += Vector.width
  }
  return column
}

/// As many blocks of rows as there is room for; returns the first row left.
@inlinable @inline(__always)
func addTransposedRows<Sums: RowSums, Rule: Rounding>(
  _ block: Sums.Type, _ rule: Rule.Type, _ left: Rows, _ right: Rows, _ sums: MutableRows,
  _ rows: Int, from first: Int, _ depth: Int
) -> Int {
  var row = first
  while row + Sums.rows <= rows {
    let target = MutableRows(sums.row(row), stride: sums.stride)
    var running = Sums(from: target)
    var (leftPlace, rightPlace) = (left.start + row, right.start)
    var k = 0
    while k < depth {
      running.add(rule, leftPlace, stride: 1, Sums.Vector(from: rightPlace))
      leftPlace += left.stride
      rightPlace += right.stride
      k += 1
    }
    running.write(to: target)
    row += Sums.rows
  }
  return row
}
