/// The chunks of a dataset, counted along each axis.
struct ChunkGrid: Sendable {
  /// Elements of the dataset and of a chunk along each axis.
  let shape: [Int]
  let lengths: [Int]
  /// Chunks along each axis, the last one whole or not.
  let counts: [Int]
  /// All chunks.
  let total: Int

  /// Nil where the axes do not fit together, or there are more chunks than an integer counts.
  init?(shape: [Int], lengths: [Int]) {
    guard shape.count == lengths.count, !shape.isEmpty else { return nil }
    self.shape = shape
    self.lengths = lengths
    counts = zip(shape, lengths).map { Self.count($0, of: $1) }
    guard let total = Dataspace.count(of: counts) else { return nil }
    self.total = total
  }

  /// How many chunks of a length an axis takes.
  static func count(_ axis: Int, of length: Int) -> Int {
    axis / length + (axis % length == 0 ? 0 : 1)
  }

  /// The number of a chunk, row by row; nil for one outside.
  func number(of chunk: [Int]) -> Int? {
    var number = 0
    for (axis, index) in chunk.enumerated() {
      guard index < counts[axis] else { return nil }
      number = number * counts[axis] + index
    }
    return number
  }

  /// Each chunk as its index along each axis, row by row.
  func forEachChunk(_ body: ([Int]) throws(HDF5Fault) -> Void) throws(HDF5Fault) {
    var chunk = [Int](repeating: 0, count: counts.count)
    for _ in 0..<total {
      try body(chunk)
      var axis = counts.count - 1
      while axis >= 0 {
        chunk[axis] += 1
        if chunk[axis] < counts[axis] { break }
        chunk[axis] = 0
        axis -= 1
      }
    }
  }

  /// Whether a chunk reaches beyond the dataset.
  func isPartial(_ chunk: [Int]) -> Bool {
    chunk.indices.contains { lengths[$0] > shape[$0] - chunk[$0] * lengths[$0] }
  }
}
