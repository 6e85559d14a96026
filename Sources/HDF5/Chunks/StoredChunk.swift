/// Where a chunk stands in the file.
struct StoredChunk: Hashable, Sendable {
  let position: Int
  /// Its bytes in the file; nil where they are those of an unfiltered chunk.
  let size: Int?
  /// Bit n is set where it did not go through filter n.
  let skipped: UInt32

  /// An entry of an array or a tree: an address, and of filtered chunks their size, as wide as room is
  /// left for, and the filters left out (specification 3.0, appendix C). Nil for the undefined address.
  static func entry(
    _ cursor: inout Cursor, size: Int, isFiltered: Bool
  ) throws(HDF5Fault) -> StoredChunk? {
    let end = cursor.position + size
    guard let position = try cursor.address() else {
      try cursor.skip(end - cursor.position)
      return nil
    }
    guard isFiltered else { return StoredChunk(position: position, size: nil, skipped: 0) }
    let width = end - cursor.position - 4
    guard (1...8).contains(width) else { throw cursor.damaged(.value) }
    let stored = try cursor.count(width)
    return StoredChunk(
      position: position, size: stored, skipped: UInt32(truncatingIfNeeded: try cursor.unsigned(4)))
  }
}
