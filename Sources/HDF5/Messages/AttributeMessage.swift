/// An attribute with its elements (specification 3.0, section IV.A.2.m).
struct AttributeMessage {
  let name: String
  let elements: Elements

  init(_ fields: Cursor, _ reader: inout MessageReader) throws(HDF5Fault) {
    var cursor = fields
    let version = try cursor.version(1...3)
    // Reserved in version 1.
    let flags = version == 1 ? 0 : try cursor.byte()
    if version == 1 { try cursor.skip(1) }
    let nameSize = try cursor.count(2)
    let typeSize = try cursor.count(2)
    let spaceSize = try cursor.count(2)
    // The character set of the name.
    if version == 3 { try cursor.skip(1) }
    var begin = cursor.position
    name = try cursor.text(nameSize)
    // Version 1 fills each part up.
    if version == 1 { try cursor.skipPadding(from: begin) }
    begin = cursor.position
    var typeFields = try cursor.part(typeSize, of: .datatype)
    if version == 1 { try cursor.skipPadding(from: begin) }
    begin = cursor.position
    var spaceFields = try cursor.part(spaceSize, of: .dataspace)
    if version == 1 { try cursor.skipPadding(from: begin) }
    if flags & 1 << 0 != 0 {
      typeFields = try reader.shared(.datatype, SharedMessage(typeFields), as: .datatype)
    }
    if flags & 1 << 1 != 0 {
      spaceFields = try reader.shared(.dataspace, SharedMessage(spaceFields), as: .dataspace)
    }
    let type = try Datatype(typeFields)
    let space = try Dataspace(spaceFields)
    let (size, overflow) = space.count.multipliedReportingOverflow(by: type.size)
    guard !overflow else { throw cursor.damaged(.value) }
    elements = Elements(
      image: cursor.image, type: type, space: space, storage: .together(try cursor.take(size)))
  }
}
