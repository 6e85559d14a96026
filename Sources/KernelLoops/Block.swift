/// Where a left matrix lies in a product: element [r, k] stands at start + r · row + k · depth.
@frozen public struct LeftMatrix {
  /// Element [0, 0].
  public var start: UnsafePointer<Float>
  /// The numbers from one row to the next.
  public var row: Int
  /// The numbers from one k to the next.
  public var depth: Int

  /// A matrix from `start` on.
  @inlinable @inline(__always)
  public init(_ start: UnsafePointer<Float>, row: Int, depth: Int) {
    self.start = start
    self.row = row
    self.depth = depth
  }
}

/// sums[r, n] += left[r, k] · right[k, n] for columns of one panel, all rows, k ascending.
///
/// Rows are taken six at a time and what is left two and one, as many columns at once as `six`, `two`
/// and `one` have lanes: more for fewer rows, since a row alone is slow unless several sums run at once.
/// `columns` is a multiple of all three. Each sixteen columns of `sums` lie `apart` numbers behind the
/// sixteen before, those of `right` together.
@inlinable @inline(__always)
public func addPanel<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, _ left: LeftMatrix,
  _ right: Rows, _ sums: MutableRows, apart: Int, rows: Int, columns: Int, depth: Int
) {
  var row = addBlocks(
    rule, SixRows<Six>.self, left, right, sums, apart, 0, rows, columns, depth)
  row = addBlocks(rule, TwoRows<Two>.self, left, right, sums, apart, row, rows, columns, depth)
  _ = addBlocks(rule, OneRow<One>.self, left, right, sums, apart, row, rows, columns, depth)
}

/// As many blocks of rows as there is room for from row `first` on; returns the first row left.
@inlinable @inline(__always)
func addBlocks<Sums: RowSums, Rule: Rounding>(
  _ rule: Rule.Type, _ block: Sums.Type, _ left: LeftMatrix, _ right: Rows, _ sums: MutableRows,
  _ apart: Int, _ first: Int, _ rows: Int, _ columns: Int, _ depth: Int
) -> Int {
  var end = first
  var column = 0
  while column < columns {
    let place = (column / 16) * apart + column % 16
    var row = first
    while row + Sums.rows <= rows {
      let target = MutableRows(sums.row(row) + place, stride: sums.stride)
      var running = Sums(from: target, apart: apart)
      var leftPlace = left.start + row * left.row
      var rightPlace = right.start + column
      var k = 0
      while k < depth {
        running.add(rule, leftPlace, stride: left.row, Sums.Vector(from: rightPlace))
        leftPlace += left.depth
        rightPlace += right.stride
        k += 1
      }
      running.write(to: target, apart: apart)
      row += Sums.rows
    }
    end = row
    column += Sums.Vector.width
  }
  return end
}
