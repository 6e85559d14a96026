/// Where the elements of a dataset stand (specification 3.0, section IV.A.2.i).
enum Layout: Sendable {
  /// In the message itself.
  case compact(Range<Int>)
  /// One after the other, from a position on; nil where nothing was written yet. The size is that of
  /// all elements where the message has it.
  case contiguous(Int?, size: Int?)
  case chunked(ChunkLayout)
  case virtual

  init(_ fields: Cursor) throws(HDF5Fault) {
    var cursor = fields
    let version = try cursor.version(1...5)
    self = version < 3 ? try Self.old(&cursor) : try Self.new(&cursor, version)
  }

  /// Versions 1 and 2.
  private static func old(_ cursor: inout Cursor) throws(HDF5Fault) -> Layout {
    let axes = Int(try cursor.byte())
    let type = try cursor.byte()
    try cursor.skip(5)
    switch type {
    case 0:
      try cursor.skip(4 * axes)
      return .compact(try cursor.take(cursor.count(4)))
    case 1: return .contiguous(try cursor.address(), size: nil)
    case 2:
      let address = try cursor.address()
      return .chunked(
        ChunkLayout(lengths: try lengths(axes, width: 4, &cursor), index: .tree, address))
    default: throw cursor.damaged(.value)
    }
  }

  /// Versions 3 to 5.
  private static func new(
    _ cursor: inout Cursor, _ version: UInt8
  ) throws(HDF5Fault) -> Layout {
    switch try cursor.byte() {
    case 0: return .compact(try cursor.take(cursor.count(2)))
    case 1: return .contiguous(try cursor.address(), size: try cursor.length())
    case 2:
      guard version > 3 else {
        let axes = Int(try cursor.byte())
        let address = try cursor.address()
        return .chunked(
          ChunkLayout(lengths: try lengths(axes, width: 4, &cursor), index: .tree, address))
      }
      return .chunked(try indexed(&cursor))
    case 3: return .virtual
    default: throw cursor.damaged(.value)
    }
  }

  /// Chunks with one of the indexes of version 4.
  private static func indexed(_ cursor: inout Cursor) throws(HDF5Fault) -> ChunkLayout {
    let flags = try cursor.byte()
    let axes = Int(try cursor.byte())
    let width = Int(try cursor.byte())
    guard (1...8).contains(width) else { throw cursor.damaged(.value) }
    let lengths = try lengths(axes, width: width, &cursor)
    let index: ChunkLayout.Index
    switch try cursor.byte() {
    case 1:
      // Bit 1: the single chunk is filtered.
      if flags & 1 << 1 != 0 {
        let size = try cursor.length()
        index = .single(
          size: size, skipped: UInt32(truncatingIfNeeded: try cursor.unsigned(4)))
      } else {
        index = .single(size: nil, skipped: 0)
      }
    case 2: index = .implicit
    case 3:
      try cursor.skip(1)
      index = .fixedArray
    case 4:
      try cursor.skip(5)
      index = .extensibleArray
    case 5:
      try cursor.skip(6)
      index = .records
    default: throw cursor.damaged(.value)
    }
    return ChunkLayout(
      lengths: lengths, index: index, try cursor.address(), wholeEdges: flags & 1 != 0)
  }

  /// The lengths of a chunk, the last of them the bytes of an element.
  private static func lengths(
    _ count: Int, width: Int, _ cursor: inout Cursor
  ) throws(HDF5Fault) -> [Int] {
    guard count >= 2, count <= Dataspace.mostAxes + 1 else { throw cursor.damaged(.value) }
    var lengths: [Int] = []
    for _ in 0..<count {
      let length = try cursor.count(width)
      guard length > 0 else { throw cursor.damaged(.value) }
      lengths.append(length)
    }
    return lengths
  }
}
