/// The chunks of an old dataset: a B-tree of version 1 (specification 3.0, section III.A.1, node type 1).
struct ChunkTree {
  private let image: FileImage
  private let lengths: [Int]
  private var walk: Walk

  init(_ image: FileImage, _ grid: ChunkGrid) {
    self.image = image
    lengths = grid.lengths
    walk = Walk(in: image)
  }

  /// Gives each chunk below a node, with its index along each axis.
  mutating func forEachChunk(
    at address: Int, level expected: Int? = nil,
    _ body: ([Int], StoredChunk) throws(HDF5Fault) -> Void
  ) throws(HDF5Fault) {
    var cursor = try image.cursor(at: address, of: .chunkTree, signature: "TREE")
    guard try cursor.byte() == 1 else { throw cursor.damaged(.value) }
    let level = Int(try cursor.byte())
    guard expected == nil || level == expected else { throw cursor.damaged(.value) }
    let count = try cursor.count(2)
    // Its neighbours.
    try cursor.skip(2 * image.offsetSize)
    // A key and where it leads to, and a last key behind them.
    let keySize = 8 + 8 * (lengths.count + 1)
    let entries = cursor.position
    try cursor.skip(count * (keySize + image.offsetSize) + keySize)
    try walk.take(cursor)
    var entry = Cursor(image, entries..<cursor.position, .chunkTree)
    for _ in 0..<count {
      let size = try entry.count(4)
      let skipped = UInt32(truncatingIfNeeded: try entry.unsigned(4))
      var chunk: [Int] = []
      for length in lengths {
        let start = try entry.count(8)
        guard start % length == 0 else { throw entry.damaged(.value) }
        chunk.append(start / length)
      }
      // Its first byte within an element.
      try entry.skip(8)
      let child = try entry.definedAddress()
      if level == 0 {
        try body(chunk, StoredChunk(position: child, size: size, skipped: skipped))
      } else {
        try forEachChunk(at: child, level: level - 1, body)
      }
    }
  }
}
