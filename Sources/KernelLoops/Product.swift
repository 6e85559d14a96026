/// sums[r, n] += left[r, k] · right[k, n] for `rows` × `depth` and `depth` × `columns`.
///
/// Every number of `sums` takes its products one by one, k ascending, rounded in the same way
/// wherever in a block it stands. So it does not matter to the last bit how many rows come in one
/// call, and a column alone has the value it has among others.
@inlinable @inline(__always)
public func addProduct<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, of left: Rows,
  and right: Rows, to sums: MutableRows, rows: Int, columns: Int,
  depth: Int
) {
  addColumns(
    rule, six, two, one, LeftMatrix(left.start, row: left.stride, depth: 1), right, sums, rows,
    columns, depth)
}

/// sums[r, n] += left[k, r] · right[k, n] for `depth` × `rows` and `depth` × `columns`, as weight
/// gradients need it.
///
/// To the last bit it is the product of the transposed matrix: the depth is gone through in parts, so
/// that what is read of both matrices stays in the cache, and each part goes on from the sums of the
/// one before.
@inlinable @inline(__always)
public func addTransposedProduct<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, of left: Rows,
  and right: Rows, to sums: MutableRows, rows: Int, columns: Int,
  depth: Int
) {
  let most = 64
  var k = 0
  while k < depth {
    addColumns(
      rule, six, two, one, LeftMatrix(left.row(k), row: 1, depth: left.stride),
      Rows(right.row(k), stride: right.stride), sums, rows, columns,
      depth - k < most ? depth - k : most)
    k += most
  }
}

/// All columns, in panels of 64, 16, 8, 4 and 1.
@inlinable @inline(__always)
func addColumns<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, _ left: LeftMatrix,
  _ right: Rows, _ sums: MutableRows, _ rows: Int,
  _ columns: Int, _ depth: Int
) {
  let column = addPanels(
    rule, six, two, one, left, right, sums, rows, 64, 0, columns, depth)
  addNarrowColumns(rule, left, right, sums, rows, column, columns, depth)
}

/// The columns from one on, in panels of 16, 8, 4 and 1.
@inlinable @inline(__always)
func addNarrowColumns<Rule: Rounding>(
  _ rule: Rule.Type, _ left: LeftMatrix, _ right: Rows, _ sums: MutableRows, _ rows: Int,
  _ first: Int, _ columns: Int, _ depth: Int
) {
  var column = addPanels(rule, SIMD16<Float>.self, left, right, sums, rows, first, columns, depth)
  column = addPanels(rule, SIMD8<Float>.self, left, right, sums, rows, column, columns, depth)
  column = addPanels(rule, SIMD4<Float>.self, left, right, sums, rows, column, columns, depth)
  _ = addPanels(rule, Float.self, left, right, sums, rows, column, columns, depth)
}

/// As many panels of `Vector.width` columns as there is room for; returns the first column left.
@inlinable @inline(__always)
func addPanels<Vector: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ vector: Vector.Type, _ left: LeftMatrix, _ right: Rows,
  _ sums: MutableRows, _ rows: Int, _ first: Int, _ columns: Int, _ depth: Int
) -> Int {
  addPanels(
    rule, vector, vector, vector, left, right, sums, rows, Vector.width, first, columns, depth)
}

/// As many panels of `width` columns as there is room for; returns the first column left.
@inlinable @inline(__always)
func addPanels<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, _ left: LeftMatrix,
  _ right: Rows, _ sums: MutableRows, _ rows: Int, _ width: Int, _ first: Int, _ columns: Int,
  _ depth: Int
) -> Int {
  var column = first
  while column + width <= columns {
    addPanel(
      rule, six, two, one, left, Rows(right.start + column, stride: right.stride),
      MutableRows(sums.start + column, stride: sums.stride), apart: 16, rows: rows,
      columns: width, depth: depth)
    column += width
  }
  return column
}
