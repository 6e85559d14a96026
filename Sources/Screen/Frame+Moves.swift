extension Frame {
  /// Whether a line of characters that stood once in another frame of the same size stands once in
  /// this one, on another row.
  package func hasMovedLines(since other: Frame) -> Bool {
    guard size == other.size, size != Size(width: 0, height: 0) else { return false }
    let before = other.places
    return places.contains { line, rows in
      rows.count == 1 && before[line].map { $0.count == 1 && $0 != rows } == true
    }
  }

  /// The rows on which each line of characters stands.
  private var places: [[UInt64]: [Int]] {
    Dictionary(grouping: 0..<height) { row in
      cells[row * width..<(row + 1) * width].map { $0.bits & Cell.contentMask }
    }
  }
}
