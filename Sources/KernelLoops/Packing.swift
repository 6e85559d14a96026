/// Copies a left matrix of `depth` × `rows`, the depth from row to row, to where the loops read it from one
/// place to the next.
@inlinable @inline(__always)
func packRows(_ left: Rows, rows: Int, depth: Int, to target: UnsafeMutablePointer<Float>) {
  var row = 0
  while row < rows {
    let count = rowsOfBlock(rows - row)
    let (source, target) = (Rows(left.start + row, stride: left.stride), target + row * depth)
    // Where the count is known the compiler has no loop for it.
    switch count {
    case 6: packBlock(source, 6, depth, target)
    case 5: packBlock(source, 5, depth, target)
    default: packBlock(source, count, depth, target)
    }
    row += count
  }
}

@inlinable @inline(__always)
func packBlock(
  _ source: Rows, _ rows: Int, _ depth: Int, _ target: UnsafeMutablePointer<Float>
) {
  var (from, to) = (source.start, target)
  var k = 0
  while k < depth {
    var row = 0
    while row < rows {
      to[row] = from[row]
      row += 1
    }
    from += source.stride
    to += rows
    k += 1
  }
}

/// Copies 64 columns of a right matrix, each sixteen of them `[depth, 16]`.
@inlinable @inline(__always)
func packColumns(_ right: Rows, depth: Int, to target: UnsafeMutablePointer<Float>) {
  var k = 0
  while k < depth {
    let columns = FourSixteen(from: right.row(k))
    columns.write(to: target + 16 * k, apart: 16 * depth)
    k += 1
  }
}
