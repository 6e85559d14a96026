/// What a way through the structures of a file may still read: as many bytes as the file has.
///
/// A whole file holds each structure once. Whoever follows its addresses and comes to more bytes than
/// there are goes in a circle, or the structures lie over one another; so no circle is walked for long,
/// and nothing grows beyond the file.
struct Walk {
  private var left: Int

  init(in image: FileImage) { left = image.count }

  mutating func take(
    _ count: Int, of structure: HDF5Structure, at position: Int
  ) throws(HDF5Fault) {
    guard count <= left else { throw .damaged(structure, at: position, .loop) }
    left -= count
  }

  /// The same for all that a cursor has read.
  mutating func take(_ cursor: Cursor) throws(HDF5Fault) {
    try take(cursor.position - cursor.start, of: cursor.structure, at: cursor.start)
  }
}
