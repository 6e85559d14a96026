extension Frame {
  /// Cells of one row that stand side by side.
  package struct Run: Hashable, Sendable {
    package var row: Int
    package var columns: Range<Int>
  }

  /// The cells that differ from another frame of the same size, as few runs; all rows when there
  /// is no other frame or it has another size. Short stretches of equal cells do not part a run.
  package func changes(since other: Frame?) -> [Run] {
    let width = width
    guard width > 0 else { return [] }
    guard let other, other.size == size else {
      return (0..<height).map { Run(row: $0, columns: 0..<width) }
    }
    var runs: [Run] = []
    cells.withUnsafeBytes { mine in
      other.cells.withUnsafeBytes { theirs in
        guard let mine = mine.baseAddress?.assumingMemoryBound(to: UInt64.self),
          let theirs = theirs.baseAddress?.assumingMemoryBound(to: UInt64.self)
        else { return }
        var place = 0
        for row in 0..<height {
          var first = -1
          var last = -1
          var column = 0
          while column < width {
            if mine[place] != theirs[place] {
              if first >= 0, column - last > 8 {
                runs.append(Run(row: row, columns: first..<(last + 1)))
                first = -1
              }
              if first < 0 { first = column }
              last = column
            }
            place += 1
            column += 1
          }
          if first >= 0 { runs.append(Run(row: row, columns: first..<(last + 1))) }
        }
      }
    }
    return runs
  }
}
