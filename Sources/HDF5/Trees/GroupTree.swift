/// The links of an old group: a B-tree of version 1 whose leaves are symbol tables, and a heap of names
/// (specification 3.0, sections III.A.1 and III.B).
struct GroupTree {
  private let image: FileImage
  private let names: LocalHeap
  private var walk: Walk
  private var links = LinkTable()

  /// The links of the group that a symbol table message (IV.A.2.r) describes.
  static func links(_ message: Cursor) throws(HDF5Fault) -> LinkTable {
    var cursor = message
    let tree = try cursor.definedAddress()
    let heap = try cursor.definedAddress()
    var reading = GroupTree(
      image: cursor.image, names: try LocalHeap(cursor.image, at: heap),
      walk: Walk(in: cursor.image))
    try reading.node(at: tree, level: nil)
    return reading.links
  }

  private init(image: FileImage, names: LocalHeap, walk: Walk) {
    self.image = image
    self.names = names
    self.walk = walk
  }

  /// A node and all below it; its level has to be one less than that of the node above it.
  private mutating func node(at address: Int, level expected: Int?) throws(HDF5Fault) {
    var cursor = try image.cursor(at: address, of: .groupTree, signature: "TREE")
    guard try cursor.byte() == 0 else { throw cursor.damaged(.value) }
    let level = Int(try cursor.byte())
    guard expected == nil || level == expected else { throw cursor.damaged(.value) }
    let count = try cursor.count(2)
    // Its neighbours.
    try cursor.skip(2 * image.offsetSize)
    var children: [Int] = []
    for _ in 0..<count {
      // The last name of the child before.
      try cursor.skip(image.lengthSize)
      children.append(try cursor.definedAddress())
    }
    try walk.take(cursor)
    for child in children {
      if level == 0 { try symbols(at: child) } else { try node(at: child, level: level - 1) }
    }
  }

  /// A symbol table (III.B) and its entries (III.C).
  private mutating func symbols(at address: Int) throws(HDF5Fault) {
    var cursor = try image.cursor(at: address, of: .symbolTable, signature: "SNOD")
    try cursor.version(1...1)
    try cursor.skip(1)
    for _ in 0..<(try cursor.count(2)) {
      // The specification gives it the size of addresses, the library that of lengths.
      let name = try names.text(at: cursor.length(), &walk)
      let header = try cursor.address()
      let kind = try cursor.count(4)
      try cursor.skip(4)
      var scratch = try cursor.part(16, of: .symbolTable)
      if kind == 2 {
        let path = try names.text(at: scratch.count(4), &walk)
        try links.add(name, .soft(path))
      } else {
        guard let header else { throw cursor.damaged(.incomplete) }
        try links.add(name, .hard(header))
      }
    }
    try walk.take(cursor)
  }
}
