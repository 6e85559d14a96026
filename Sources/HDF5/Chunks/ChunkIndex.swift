/// Finds the chunks that were written, whatever index a dataset has.
struct ChunkIndex {
  let image: FileImage
  let layout: ChunkLayout
  let grid: ChunkGrid
  /// How long each axis may become; nil where there is no limit.
  let largest: [Int?]
  let isFiltered: Bool
  /// Bytes of a chunk before it is filtered.
  let chunkSize: Int

  /// Gives each written chunk of the grid, with its index along each axis.
  func forEachChunk(
    _ body: ([Int], StoredChunk) throws(HDF5Fault) -> Void
  ) throws(HDF5Fault) {
    guard let address = layout.address else { return }
    switch layout.index {
    case .tree:
      var tree = ChunkTree(image, grid)
      try tree.forEachChunk(at: address, body)
    case .records: try forEachRecord(at: address, body)
    case .single(let size, let skipped):
      guard grid.total == 1 else { throw .damaged(.layout, at: address, .value) }
      try body(
        [Int](repeating: 0, count: grid.counts.count),
        StoredChunk(position: address, size: size, skipped: skipped))
    case .implicit:
      let numbering = try numbering(at: address)
      try grid.forEachChunk { (chunk) throws(HDF5Fault) in
        let offset = numbering.place(of: chunk).multipliedReportingOverflow(by: chunkSize)
        let position = offset.partialValue.addingReportingOverflow(address)
        guard !offset.overflow, !position.overflow else {
          throw .damaged(.layout, at: address, .value)
        }
        try body(chunk, StoredChunk(position: position.partialValue, size: nil, skipped: 0))
      }
    case .fixedArray:
      let numbering = try numbering(at: address)
      var array = try FixedArray(image, at: address)
      try grid.forEachChunk { (chunk) throws(HDF5Fault) in
        if let stored = try array.chunk(at: numbering.place(of: chunk)) { try body(chunk, stored) }
      }
    case .extensibleArray:
      let numbering = try numbering(at: address)
      var array = try ExtensibleArray(image, at: address)
      try grid.forEachChunk { (chunk) throws(HDF5Fault) in
        if let stored = try array.chunk(at: numbering.place(of: chunk)) { try body(chunk, stored) }
      }
    }
  }

  private func numbering(at address: Int) throws(HDF5Fault) -> ChunkNumbering {
    guard let numbering = ChunkNumbering(grid, largest: largest) else {
      throw .damaged(.layout, at: address, .value)
    }
    return numbering
  }

  /// Records of type 10, or 11 for filtered chunks: an entry, then the chunk's index along each axis.
  private func forEachRecord(
    at address: Int, _ body: ([Int], StoredChunk) throws(HDF5Fault) -> Void
  ) throws(HDF5Fault) {
    let tree = try RecordTree(image, at: address, type: isFiltered ? 11 : 10)
    let axes = grid.counts.count
    let entrySize = tree.recordSize - 8 * axes
    guard entrySize >= image.offsetSize else { throw .damaged(.recordTree, at: address, .value) }
    try tree.forEachRecord { (record) throws(HDF5Fault) in
      var cursor = record
      let stored = try StoredChunk.entry(&cursor, size: entrySize, isFiltered: isFiltered)
      var chunk: [Int] = []
      for _ in 0..<axes { chunk.append(try cursor.count(8)) }
      if let stored { try body(chunk, stored) }
    }
  }
}
