/// How the space of a fractal heap is laid out in blocks (specification 3.0, section III.G, "doubling
/// table"): rows of `width` blocks; those of the first two rows have the starting size, those of each
/// further row twice the size of the row before.
struct HeapShape: Sendable {
  let width: Int
  let startingSize: Int
  /// Rows whose blocks hold objects; those below hold further blocks.
  let directRows: Int

  /// Nil where the numbers make no table: all are powers of two.
  init?(width: Int, startingSize: Int, largestDirect: Int) {
    guard Self.isPower(width), Self.isPower(startingSize), Self.isPower(largestDirect),
      largestDirect >= startingSize,
      !width.multipliedReportingOverflow(by: startingSize).overflow
    else { return nil }
    self.width = width
    self.startingSize = startingSize
    directRows = largestDirect.trailingZeroBitCount - startingSize.trailingZeroBitCount + 2
  }

  /// Where a byte of the space lies.
  struct Place {
    let row: Int
    let column: Int
    /// The size of the row's blocks.
    let blockSize: Int
    /// The byte within its block.
    let offset: Int
  }

  /// Where a byte that is not negative lies, counted from the first of a block that holds blocks.
  func place(of offset: Int) -> Place {
    let rowSize = startingSize * width
    if offset < rowSize {
      return Place(
        row: 0, column: offset / startingSize, blockSize: startingSize,
        offset: offset % startingSize)
    }
    // No shift leaves an integer: the row begins at or before the offset.
    let doublings = Self.logarithm(offset / rowSize)
    let blockSize = startingSize << doublings
    let inRow = offset - rowSize << doublings
    return Place(
      row: doublings + 1, column: inRow / blockSize, blockSize: blockSize,
      offset: inRow % blockSize)
  }

  /// The rows of a block of blocks that spans so many bytes; nil where none can.
  func rows(spanning size: Int) -> Int? {
    let rowSize = startingSize * width
    guard size >= rowSize else { return nil }
    return Self.logarithm(size / rowSize) + 1
  }

  private static func isPower(_ number: Int) -> Bool { number > 0 && number.nonzeroBitCount == 1 }

  /// The whole part of the logarithm to base 2 of a positive number.
  private static func logarithm(_ number: Int) -> Int {
    Int.bitWidth - 1 - number.leadingZeroBitCount
  }
}
