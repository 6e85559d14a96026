/// Where a left matrix lies in a product: element [r, k] stands at start + r · row + k · depth.
@frozen public struct LeftMatrix {
  /// Element [0, 0].
  public var start: UnsafePointer<Float>
  /// The numbers from one row to the next.
  public var row: Int
  /// The numbers from one k to the next.
  public var depth: Int
  /// Whether the rows lie as the loops take them: those of a block together for each k, `[depth, rows of
  /// the block]`, and a block `row` numbers for each row before it behind the first.
  @usableFromInline var isPacked = false

  /// A matrix from `start` on.
  @inlinable @inline(__always)
  public init(_ start: UnsafePointer<Float>, row: Int, depth: Int) {
    self.start = start
    self.row = row
    self.depth = depth
  }

  /// What `packRows` made of a matrix of so many k.
  @inlinable @inline(__always)
  init(packed start: UnsafePointer<Float>, depth: Int) {
    self.init(start, row: depth, depth: 1)
    isPacked = true
  }

  /// The block of `count` rows from `first` on.
  @inlinable @inline(__always)
  func block(_ first: Int, of count: Int) -> LeftMatrix {
    let place = start + first * row
    return isPacked
      ? LeftMatrix(place, row: 1, depth: count) : LeftMatrix(place, row: row, depth: depth)
  }
}

/// Where the columns of a right matrix lie: sixteen together, `stride` numbers from one k to the next, and
/// each sixteen `apart` numbers behind the sixteen before.
@frozen public struct RightMatrix {
  /// Element [0, 0].
  public var start: UnsafePointer<Float>
  /// The numbers from one k to the next.
  public var stride: Int
  /// The numbers from sixteen columns to the next.
  public var apart: Int

  /// Columns from `start` on.
  @inlinable @inline(__always)
  public init(_ start: UnsafePointer<Float>, stride: Int, apart: Int) {
    self.start = start
    self.stride = stride
    self.apart = apart
  }
}

/// How many of so many rows the loops take at once: six, and five where nothing is left over then; two and
/// one of what is too few for that.
@inlinable @inline(__always)
func rowsOfBlock(_ left: Int) -> Int {
  if left >= 6 && (left > 25 || left % 5 != 0) { return 6 }
  return left >= 5 ? 5 : left >= 2 ? 2 : 1
}

/// sums[r, n] += left[r, k] · right[k, n] for columns of one panel, all rows, k ascending.
///
/// Rows are taken as `rowsOfBlock` says, as many columns at once as `six`, `two` and `one` have lanes, of
/// six and five rows all for the same columns before the next: so these stay in the cache. More columns
/// for fewer rows, since a row alone is slow unless several sums run at once. `columns` is a multiple of
/// all three. Each sixteen columns of `sums` lie `apart` numbers behind the sixteen before.
@inlinable @inline(__always)
public func addPanel<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, _ left: LeftMatrix,
  _ right: RightMatrix, _ sums: MutableRows, apart: Int, rows: Int, columns: Int, depth: Int
) {
  var row = 0
  var column = 0
  while column < columns {
    row = 0
    while rows - row >= 5 {
      if rowsOfBlock(rows - row) == 6 {
        addBlock(rule, SixRows<Six>.self, left, right, sums, apart, row, column, depth)
        row += 6
      } else {
        addBlock(rule, FiveRows<Six>.self, left, right, sums, apart, row, column, depth)
        row += 5
      }
    }
    column += Six.width
  }
  while rows - row >= 2 {
    column = 0
    while column < columns {
      addBlock(rule, TwoRows<Two>.self, left, right, sums, apart, row, column, depth)
      column += Two.width
    }
    row += 2
  }
  column = 0
  while row < rows && column < columns {
    addBlock(rule, OneRow<One>.self, left, right, sums, apart, row, column, depth)
    column += One.width
  }
}

/// One block of rows and columns.
@inlinable @inline(__always)
func addBlock<Sums: RowSums, Rule: Rounding>(
  _ rule: Rule.Type, _ block: Sums.Type, _ left: LeftMatrix, _ right: RightMatrix,
  _ sums: MutableRows, _ apart: Int, _ row: Int, _ column: Int, _ depth: Int
) {
  let (sixteen, place) = (column / 16, column % 16)
  let target = MutableRows(sums.row(row) + sixteen * apart + place, stride: sums.stride)
  let left = left.block(row, of: Sums.rows)
  var running = Sums(from: target, apart: apart)
  var leftPlace = left.start
  var rightPlace = right.start + sixteen * right.apart + place
  var k = 0
  while k < depth {
    running.add(
      rule, leftPlace, stride: left.row, Sums.Vector(from: rightPlace, apart: right.apart))
    leftPlace += left.depth
    rightPlace += right.stride
    k += 1
  }
  running.write(to: target, apart: apart)
}
