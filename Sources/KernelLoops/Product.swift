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
  let left = LeftMatrix(left.start, row: left.stride, depth: 1)
  var column = 0
  while column + 64 <= columns {
    addPanel(
      rule, six, two, one, left,
      RightMatrix(right.start + column, stride: right.stride, apart: 16),
      MutableRows(sums.start + column, stride: sums.stride), apart: 16, rows: rows, columns: 64,
      depth: depth)
    column += 64
  }
  addNarrowColumns(rule, left, right, sums, rows, column, columns, depth)
}

/// sums[r, n] += left[k, r] · right[k, n] for `depth` × `rows` and `depth` × `columns`, as weight
/// gradients need it.
///
/// To the last bit it is the product of the transposed matrix: the depth is gone through in parts, so
/// that what is read of both matrices stays in the cache, and each part goes on from the sums of the
/// one before. Where there is a panel of columns, a part is copied to `space` first, for which
/// `transposedProductSpace` numbers have room: it is read many times.
@inlinable @inline(__always)
public func addTransposedProduct<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, of left: Rows,
  and right: Rows, to sums: MutableRows, rows: Int, columns: Int,
  depth: Int, space: UnsafeMutablePointer<Float>
) {
  var first = 0
  while first < depth {
    let part = depth - first < mostDepth ? depth - first : mostDepth
    let right = Rows(right.row(first), stride: right.stride)
    var rowsOfPart = LeftMatrix(left.row(first), row: 1, depth: left.stride)
    if columns >= 64 {
      let packed = space + 64 * mostDepth
      packRows(Rows(left.row(first), stride: left.stride), rows: rows, depth: part, to: packed)
      rowsOfPart = LeftMatrix(packed: packed, depth: part)
    }
    var column = 0
    while column + 64 <= columns {
      packColumns(
        Rows(right.start + column, stride: right.stride), depth: part, to: space)
      addPanel(
        rule, six, two, one, rowsOfPart, RightMatrix(space, stride: 16, apart: 16 * part),
        MutableRows(sums.start + column, stride: sums.stride), apart: 16, rows: rows, columns: 64,
        depth: part)
      column += 64
    }
    addNarrowColumns(rule, rowsOfPart, right, sums, rows, column, columns, part)
    first += mostDepth
  }
}

/// The parts in which the depth of a transposed product is gone through.
@inlinable @inline(__always)
var mostDepth: Int { 128 }

/// The numbers that a transposed product of so many rows has to have room for.
@inlinable @inline(__always)
public func transposedProductSpace(rows: Int) -> Int { (64 + rows) * mostDepth }

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
  var column = first
  while column + Vector.width <= columns {
    addPanel(
      rule, vector, vector, vector, left,
      RightMatrix(right.start + column, stride: right.stride, apart: 16),
      MutableRows(sums.start + column, stride: sums.stride), apart: 16, rows: rows,
      columns: Vector.width, depth: depth)
    column += Vector.width
  }
  return column
}
