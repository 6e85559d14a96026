/// The filters that chunks went through when they were written, in that order (specification 3.0,
/// section IV.A.2.l).
struct FilterPipeline: Sendable {
  private var filters: [Filter] = []

  /// One filter and what it was told.
  struct Filter: Sendable {
    let filter: HDF5Filter
    /// The first of the numbers that it was told.
    let parameter: Int?
  }

  /// No filters.
  init() {}

  var isEmpty: Bool { filters.isEmpty }

  var count: Int { filters.count }

  init(_ fields: Cursor) throws(HDF5Fault) {
    var cursor = fields
    let version = try cursor.version(1...2)
    // The library has at most 32.
    let count = try cursor.count(1)
    guard count <= 32 else { throw cursor.damaged(.value) }
    if version == 1 { try cursor.skip(6) }
    for _ in 0..<count {
      let id = try cursor.count(2)
      let hasName = version == 1 || id >= 256
      let nameLength = hasName ? try cursor.count(2) : 0
      // Whether it may be left out.
      try cursor.skip(2)
      let parameters = try cursor.count(2)
      let begin = cursor.position
      let name = try cursor.text(nameLength)
      if version == 1 { try cursor.skipPadding(from: begin) }
      var numbers = try cursor.part(4 * parameters, of: .filters)
      // An odd number of them is filled up.
      if version == 1, parameters % 2 == 1 { try cursor.skip(4) }
      filters.append(
        Filter(
          filter: HDF5Filter(id: id, writtenName: name),
          parameter: parameters > 0 ? try numbers.count(4) : nil))
    }
  }

  /// What a chunk was before it went through the filters, those left out whose bit is set in
  /// `skipped`; throws where it is not `size` bytes then.
  func undo(
    _ bytes: ArraySlice<UInt8>, skipped: UInt32, size: Int, at position: Int
  ) throws(HDF5Fault) -> ArraySlice<UInt8> {
    var bytes = bytes
    // A checksum of one filter can be what the filter before it was given.
    let limit = size + 4 * filters.count
    for (index, filter) in filters.enumerated().reversed() where skipped & 1 << UInt32(index) == 0 {
      switch filter.filter.id {
      case 1: bytes = try Deflate.undo(bytes, filter.filter, limit: limit, at: position)
      case 2: bytes = Shuffle.undo(bytes, elementSize: filter.parameter ?? 1)
      case 3: bytes = try Fletcher32.undo(bytes, at: position)
      default: throw .unread(.filter(filter.filter))
      }
    }
    guard bytes.count == size else { throw .damaged(.chunk, at: position, .length) }
    return bytes
  }
}
