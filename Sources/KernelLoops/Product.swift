/// sums[r, n] += left[r, k] · right[k, n] for `rows` × `depth` and `depth` × `columns`.
///
/// Every number of `sums` takes its products one by one, k ascending, rounded in the same way
/// wherever in a block it stands. So it does not matter to the last bit how many rows come in one
/// call, and a column alone has the value it has among others.
@inlinable @inline(__always)
public func addProduct<Wide: Lanes, Rule: Rounding>(
  _ wide: Wide.Type, _ rule: Rule.Type, of left: Rows, and right: Rows, to sums: MutableRows,
  rows: Int, columns: Int, depth: Int
) {
  var column = 0
  while column + 4 * Wide.width <= columns && rows < 6 {
    for row in 0..<rows {
      addToLongRow(
        wide, rule, left.row(row), right.start + column, right.stride, sums.row(row) + column,
        depth)
    }
    column += 4 * Wide.width
  }
  column = addPanels(wide, rule, left, right, sums, rows, from: column, columns, depth)
  column = addPanels(
    SIMD8<Float>.self, rule, left, right, sums, rows, from: column, columns, depth)
  column = addPanels(
    SIMD4<Float>.self, rule, left, right, sums, rows, from: column, columns, depth)
  _ = addPanels(Float.self, rule, left, right, sums, rows, from: column, columns, depth)
}

/// As many panels of `Vector.width` columns as there is room for; returns the first column left.
@inlinable @inline(__always)
public func addPanels<Vector: Lanes, Rule: Rounding>(
  _ vector: Vector.Type, _ rule: Rule.Type, _ left: Rows, _ right: Rows, _ sums: MutableRows,
  _ rows: Int, from first: Int, _ columns: Int, _ depth: Int
) -> Int {
  var column = first
  while column + Vector.width <= columns {
    var row = 0
    while row + 6 <= rows {
      addToSixRows(
        vector, rule, Rows(left.row(row), stride: left.stride), right.start + column,
        right.stride, MutableRows(sums.row(row) + column, stride: sums.stride), depth)
      row += 6
    }
    while row < rows {
      addToRow(
        vector, rule, left.row(row), right.start + column, right.stride, sums.row(row) + column,
        depth)
      row += 1
    }
    column += Vector.width
  }
  return column
}

/// Six rows share each load from the right matrix: twelve running sums at two registers each are
/// what sixteen registers hold.
@inlinable @inline(__always)
public func addToSixRows<Vector: Lanes, Rule: Rounding>(
  _ vector: Vector.Type, _ rule: Rule.Type, _ left: Rows, _ right: UnsafePointer<Float>,
  _ rightStride: Int, _ sums: MutableRows, _ depth: Int
) {
  var sum0 = Vector(from: sums.row(0))
  var sum1 = Vector(from: sums.row(1))
  var sum2 = Vector(from: sums.row(2))
  var sum3 = Vector(from: sums.row(3))
  var sum4 = Vector(from: sums.row(4))
  var sum5 = Vector(from: sums.row(5))
  let left0 = left.row(0)
  let left1 = left.row(1)
  let left2 = left.row(2)
  let left3 = left.row(3)
  let left4 = left.row(4)
  let left5 = left.row(5)
  var place = right
  var k = 0
  while k < depth {
    let weights = Vector(from: place)
    sum0 = Rule.add(Vector(everywhere: left0[k]), weights, to: sum0)
    sum1 = Rule.add(Vector(everywhere: left1[k]), weights, to: sum1)
    sum2 = Rule.add(Vector(everywhere: left2[k]), weights, to: sum2)
    sum3 = Rule.add(Vector(everywhere: left3[k]), weights, to: sum3)
    sum4 = Rule.add(Vector(everywhere: left4[k]), weights, to: sum4)
    sum5 = Rule.add(Vector(everywhere: left5[k]), weights, to: sum5)
    place += rightStride
    k += 1
  }
  sum0.write(to: sums.row(0))
  sum1.write(to: sums.row(1))
  sum2.write(to: sums.row(2))
  sum3.write(to: sums.row(3))
  sum4.write(to: sums.row(4))
  sum5.write(to: sums.row(5))
}

/// One row, `Vector.width` columns.
@inlinable @inline(__always)
public func addToRow<Vector: Lanes, Rule: Rounding>(
  _ vector: Vector.Type, _ rule: Rule.Type, _ left: UnsafePointer<Float>,
  _ right: UnsafePointer<Float>, _ rightStride: Int, _ sums: UnsafeMutablePointer<Float>,
  _ depth: Int
) {
  var sum = Vector(from: sums)
  var place = right
  var k = 0
  while k < depth {
    sum = Rule.add(Vector(everywhere: left[k]), Vector(from: place), to: sum)
    place += rightStride
    k += 1
  }
  sum.write(to: sums)
}

/// One row, four times `Vector.width` columns: a row alone is slow unless several sums run at once.
@inlinable @inline(__always)
public func addToLongRow<Vector: Lanes, Rule: Rounding>(
  _ vector: Vector.Type, _ rule: Rule.Type, _ left: UnsafePointer<Float>,
  _ right: UnsafePointer<Float>, _ rightStride: Int, _ sums: UnsafeMutablePointer<Float>,
  _ depth: Int
) {
  let width = Vector.width
  var sum0 = Vector(from: sums)
  var sum1 = Vector(from: sums + width)
  var sum2 = Vector(from: sums + 2 * width)
  var sum3 = Vector(from: sums + 3 * width)
  var place = right
  var k = 0
  while k < depth {
    let value = Vector(everywhere: left[k])
    sum0 = Rule.add(value, Vector(from: place), to: sum0)
    sum1 = Rule.add(value, Vector(from: place + width), to: sum1)
    sum2 = Rule.add(value, Vector(from: place + 2 * width), to: sum2)
    sum3 = Rule.add(value, Vector(from: place + 3 * width), to: sum3)
    place += rightStride
    k += 1
  }
  sum0.write(to: sums)
  sum1.write(to: sums + width)
  sum2.write(to: sums + 2 * width)
  sum3.write(to: sums + 3 * width)
}
