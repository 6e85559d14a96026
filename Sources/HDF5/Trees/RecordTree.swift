/// A B-tree of version 2, whose records are of one size (specification 3.0, section III.A.2).
struct RecordTree {
  private let image: FileImage
  private let address: Int
  /// Bytes of a record.
  let recordSize: Int
  private let type: UInt8
  private let depth: Int
  private let root: Int?
  private let rootCount: Int
  private let levels: [Level]

  /// How a node of a level points to those below it.
  private struct Level {
    /// Bytes of the number of all records below a node, 0 for a leaf.
    let totalWidth: Int
    let mostRecords: Int
    /// Records in a node and below it at most.
    let mostBelow: Int
  }

  /// Deeper than any tree that a file of 2⁶³ bytes holds.
  private static let deepest = 32

  /// The tree at an address; throws where its records are of another type.
  init(_ image: FileImage, at address: Int, type: UInt8) throws(HDF5Fault) {
    self.image = image
    self.address = address
    self.type = type
    var cursor = try image.cursor(at: address, of: .recordTree, signature: "BTHD")
    try cursor.version(0...0)
    guard try cursor.byte() == type else { throw cursor.damaged(.value) }
    let nodeSize = try cursor.count(4)
    recordSize = try cursor.count(2)
    depth = try cursor.count(2)
    // When nodes are split and merged.
    try cursor.skip(2)
    root = try cursor.address()
    rootCount = try cursor.count(2)
    try cursor.skip(image.lengthSize)
    try cursor.verifyChecksum()
    guard recordSize > 0, depth <= Self.deepest,
      let levels = Self.levels(
        depth, nodeSize: nodeSize, recordSize: recordSize, offsetSize: image.offsetSize)
    else { throw cursor.damaged(.value) }
    self.levels = levels
  }

  /// What a node holds besides records and pointers: signature, version, type, checksum.
  private static let nodeOverhead = 4 + 1 + 1 + 4

  /// From the leaves up. The number of records below a node may be more than an integer holds.
  private static func levels(
    _ depth: Int, nodeSize: Int, recordSize: Int, offsetSize: Int
  ) -> [Level]? {
    let room = nodeSize - nodeOverhead
    guard room >= recordSize else { return nil }
    let inLeaf = room / recordSize
    var levels = [Level(totalWidth: 0, mostRecords: inLeaf, mostBelow: inLeaf)]
    let countWidth = FractalHeap.bytes(holding: inLeaf)
    for level in 0..<depth {
      let pointer = offsetSize + countWidth + levels[level].totalWidth
      guard room >= pointer + recordSize + pointer else { return nil }
      let most = (room - pointer) / (recordSize + pointer)
      let below = (most + 1).multipliedReportingOverflow(by: levels[level].mostBelow)
      let total = below.partialValue.addingReportingOverflow(most)
      let mostBelow = below.overflow || total.overflow ? Int.max : total.partialValue
      levels.append(
        Level(
          totalWidth: FractalHeap.bytes(holding: mostBelow), mostRecords: most,
          mostBelow: mostBelow))
    }
    return levels
  }

  /// Gives every record, in the order of the tree: a reader of its fields.
  func forEachRecord(
    _ body: (Cursor) throws(HDF5Fault) -> Void
  ) throws(HDF5Fault) {
    guard let root else { return }
    var walk = Walk(in: image)
    try visit(root, count: rootCount, level: depth, &walk, body)
  }

  private func visit(
    _ address: Int, count: Int, level: Int, _ walk: inout Walk,
    _ body: (Cursor) throws(HDF5Fault) -> Void
  ) throws(HDF5Fault) {
    guard count <= levels[level].mostRecords else {
      throw .damaged(.recordTree, at: address, .value)
    }
    var cursor = try image.cursor(
      at: address, of: .recordTree, signature: level == 0 ? "BTLF" : "BTIN")
    try cursor.version(0...0)
    guard try cursor.byte() == type else { throw cursor.damaged(.value) }
    var records = try cursor.part(count * recordSize, of: .recordTree)
    var children: [(address: Int, count: Int)] = []
    if level > 0 {
      let countWidth = FractalHeap.bytes(holding: levels[0].mostRecords)
      for _ in 0...count {
        let child = try cursor.definedAddress()
        children.append((child, try cursor.count(countWidth)))
        try cursor.skip(levels[level - 1].totalWidth)
      }
    }
    try cursor.verifyChecksum()
    try walk.take(cursor)
    for index in 0..<count {
      if level > 0 {
        try visit(
          children[index].address, count: children[index].count, level: level - 1, &walk, body)
      }
      try body(records.part(recordSize, of: .recordTree))
    }
    if level > 0 {
      try visit(
        children[count].address, count: children[count].count, level: level - 1, &walk, body)
    }
  }
}
