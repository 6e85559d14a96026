/// Says where a message that several objects share stands (specification 3.0, section IV.A.2, "shared
/// message").
enum SharedMessage {
  /// In the object header of a named datatype, at a position.
  case header(Int)
  /// In the heap of messages of its kind, under the heap ID that stands at some positions.
  case heap(Range<Int>)

  init(_ fields: Cursor) throws(HDF5Fault) {
    var cursor = fields
    let version = try cursor.version(1...3)
    let type = try cursor.byte()
    if version == 1 { try cursor.skip(6) }
    self =
      version == 3 && type == 1 ? .heap(try cursor.take(8)) : .header(try cursor.definedAddress())
  }
}
