/// Where the names of a group lead.
struct LinkTable: Sendable {
  private(set) var targets: [String: LinkTarget] = [:]

  /// The most links of a group that are read.
  static let mostLinks = 100_000

  /// Adds a link; of two with one name the first stays, as a search would find it.
  mutating func add(_ name: String, _ target: LinkTarget) throws(HDF5Fault) {
    guard targets.count < Self.mostLinks else { throw .tooMany(.links, limit: Self.mostLinks) }
    if targets[name] == nil { targets[name] = target }
  }

  /// The links of a group, however it keeps them; nil where the header is not one of a group.
  static func read(_ header: ObjectHeader, _ image: FileImage) throws(HDF5Fault) -> LinkTable? {
    var reader = MessageReader(image)
    if let message = try reader.cursor(.symbolTable, of: header, as: .groupTree) {
      return try GroupTree.links(message)
    }
    var table = LinkTable()
    var isGroup = header.message(.groupInfo) != nil
    for message in header.messages where message.type == .link {
      isGroup = true
      try table.add(LinkMessage(reader.cursor(message, as: .link)))
    }
    if let message = try reader.cursor(.linkInfo, of: header, as: .link) {
      isGroup = true
      try table.addDense(message)
    }
    return isGroup ? table : nil
  }

  private mutating func add(_ link: LinkMessage) throws(HDF5Fault) {
    try add(link.name, link.target)
  }

  /// Links in a heap, found by a tree of their names (IV.A.2.c, "link info"; III.A.2, record type 5).
  private mutating func addDense(_ message: Cursor) throws(HDF5Fault) {
    var cursor = message
    let image = cursor.image
    try cursor.version(0...0)
    let flags = try cursor.byte()
    if flags & 1 != 0 { try cursor.skip(8) }
    guard let heapAddress = try cursor.address(), let tree = try cursor.address() else { return }
    var heap = try FractalHeap(image, at: heapAddress)
    try RecordTree(image, at: tree, type: 5).forEachRecord { (record) throws(HDF5Fault) in
      var fields = record
      // The hash of the name.
      try fields.skip(4)
      let link = try heap.object(heap.id(&fields))
      try add(LinkMessage(Cursor(image, link, .link)))
    }
  }
}
