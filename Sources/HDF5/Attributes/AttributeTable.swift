/// The attributes of an object by name, wherever they are kept.
struct AttributeTable: Sendable {
  private(set) var elements: [String: Elements] = [:]

  /// The most attributes of an object that are read.
  static let mostAttributes = 65_536

  init(_ header: ObjectHeader, _ image: FileImage) throws(HDF5Fault) {
    var reader = MessageReader(image)
    for message in header.messages where message.type == .attribute {
      try add(AttributeMessage(reader.cursor(message, as: .attribute), &reader))
    }
    if let message = try reader.cursor(.attributeInfo, of: header, as: .attribute) {
      try addDense(message, &reader)
    }
  }

  private mutating func add(_ attribute: AttributeMessage) throws(HDF5Fault) {
    guard elements.count < Self.mostAttributes else {
      throw .tooMany(.attributes, limit: Self.mostAttributes)
    }
    elements[attribute.name] = attribute.elements
  }

  /// Attributes in a heap, found by a tree of their names (IV.A.2.v, "attribute info"; III.A.2, record
  /// type 8).
  private mutating func addDense(
    _ message: Cursor, _ reader: inout MessageReader
  ) throws(HDF5Fault) {
    var cursor = message
    let image = cursor.image
    try cursor.version(0...0)
    let flags = try cursor.byte()
    if flags & 1 != 0 { try cursor.skip(2) }
    guard let heapAddress = try cursor.address(), let tree = try cursor.address() else { return }
    var heap = try FractalHeap(image, at: heapAddress)
    try RecordTree(image, at: tree, type: 8).forEachRecord { (record) throws(HDF5Fault) in
      var fields = record
      let id = try fields.take(8)
      // As the flags of a message in a header: bit 1 is set where it is shared.
      let isShared = try fields.byte() & 1 << 1 != 0
      let place =
        isShared
        ? try reader.shared(.attribute, .heap(id), as: .attribute)
        : Cursor(image, try heap.object(id), .attribute)
      try add(AttributeMessage(place, &reader))
    }
  }
}
