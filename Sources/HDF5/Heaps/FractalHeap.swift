/// Links, attributes or messages of any size (specification 3.0, section III.G).
///
/// Heaps whose blocks are compressed are refused; neither the library's own tools nor h5py write them.
struct FractalHeap {
  private let image: FileImage
  private let address: Int
  private let idLength: Int
  private let hasChecksums: Bool
  private let shape: HeapShape
  /// Bytes of an offset into the heap's space, and of an object's length.
  private let offsetWidth: Int
  private let lengthWidth: Int
  private let root: Int?
  /// Rows of the root where it holds blocks, 0 where it holds objects itself.
  private let rootRows: Int
  private let hugeTree: Int?

  /// What may still be read of the heap's blocks, and of the objects in them.
  private var blockWalk: Walk
  private var objectWalk: Walk
  /// The blocks that were looked at already.
  private var known: Set<Int> = []
  private var huge: [UInt64: Range<Int>]?

  init(_ image: FileImage, at address: Int) throws(HDF5Fault) {
    self.image = image
    self.address = address
    blockWalk = Walk(in: image)
    objectWalk = Walk(in: image)
    var cursor = try image.cursor(at: address, of: .fractalHeap, signature: "FRHP")
    try cursor.version(0...0)
    idLength = try cursor.count(2)
    let filterLength = try cursor.count(2)
    hasChecksums = try cursor.byte() & 1 << 1 != 0
    let largestManaged = try cursor.count(4)
    // The ID of the next huge object.
    try cursor.skip(image.lengthSize)
    hugeTree = try cursor.address()
    // Free space and where it is managed, then eight counts of what is in the heap.
    try cursor.skip(image.lengthSize + image.offsetSize + 8 * image.lengthSize)
    let width = try cursor.count(2)
    let startingSize = try cursor.length()
    let largestDirect = try cursor.length()
    let spaceBits = try cursor.count(2)
    // Rows with which the root begins.
    try cursor.skip(2)
    root = try cursor.address()
    rootRows = try cursor.count(2)
    guard filterLength == 0 else { throw .unread(.compressedHeap) }
    try cursor.verifyChecksum()
    guard spaceBits > 0, spaceBits <= 64, largestManaged > 0,
      let shape = HeapShape(
        width: width, startingSize: startingSize, largestDirect: largestDirect)
    else { throw cursor.damaged(.value) }
    self.shape = shape
    offsetWidth = (spaceBits + 7) / 8
    lengthWidth = min(Self.bytes(holding: largestDirect), Self.bytes(holding: largestManaged))
  }

  /// How many bytes hold every number up to a limit.
  static func bytes(holding limit: Int) -> Int {
    max(1, (Int.bitWidth - limit.leadingZeroBitCount + 7) / 8)
  }

  /// A heap ID's field, from an entry of a tree: its positions.
  func id(_ cursor: inout Cursor) throws(HDF5Fault) -> Range<Int> { try cursor.take(idLength) }

  /// The positions of the object with a heap ID, which stands at some positions itself.
  mutating func object(_ id: Range<Int>) throws(HDF5Fault) -> Range<Int> {
    var cursor = Cursor(image, id, .fractalHeap)
    let opening = try cursor.byte()
    guard opening >> 6 == 0 else { throw damaged(.version(Int(opening >> 6))) }
    let object: Range<Int>
    switch opening >> 4 & 0b11 {
    case 0: object = try managed(&cursor)
    case 1: object = try hugeObject(&cursor)
    case 2:
      // Tiny: within the ID.
      let low = Int(opening & 0xF)
      let length = idLength > 18 ? low << 8 | Int(try cursor.byte()) : low
      object = try cursor.take(length + 1)
    default: throw damaged(.value)
    }
    try objectWalk.take(object.count, of: .fractalHeap, at: address)
    return object
  }

  private func damaged(_ damage: HDF5Damage) -> HDF5Fault {
    .damaged(.fractalHeap, at: address, damage)
  }

  // MARK: - Managed objects

  private mutating func managed(_ id: inout Cursor) throws(HDF5Fault) -> Range<Int> {
    let offset = try id.count(offsetWidth)
    let length = try id.count(lengthWidth)
    guard var block = root else { throw damaged(.incomplete) }
    var place = HeapShape.Place(
      row: 0, column: 0, blockSize: shape.startingSize, offset: offset)
    if rootRows > 0 {
      var rows = rootRows
      while true {
        place = shape.place(of: place.offset)
        guard place.row < rows else { throw damaged(.value) }
        block = try child(place, of: block, rows: rows)
        if place.row < shape.directRows { break }
        // Always fewer than before, so it ends.
        guard let more = shape.rows(spanning: place.blockSize) else { throw damaged(.value) }
        rows = more
      }
    }
    // An offset counts the head of the block too.
    guard place.offset <= place.blockSize, length <= place.blockSize - place.offset else {
      throw damaged(.value)
    }
    let whole = try image.range(at: block, count: place.blockSize, of: .fractalHeap)
    try look(at: whole)
    let start = whole.lowerBound + place.offset
    return start..<start + length
  }

  /// Where a block stands that another one leads to (III.G, "fractal heap indirect block").
  private mutating func child(
    _ place: HeapShape.Place, of block: Int, rows: Int
  ) throws(HDF5Fault) -> Int {
    let entries = rows.multipliedReportingOverflow(by: shape.width)
    let size = entries.partialValue.multipliedReportingOverflow(by: image.offsetSize)
    guard !entries.overflow, !size.overflow else { throw damaged(.value) }
    var cursor = try image.cursor(at: block, of: .fractalHeap)
    let opening = 4 + 1 + image.offsetSize + offsetWidth
    if known.insert(block).inserted {
      try cursor.expect("FHIB")
      try cursor.version(0...0)
      try cursor.skip(image.offsetSize + offsetWidth)
      try cursor.skip(size.partialValue)
      try cursor.verifyChecksum()
      try blockWalk.take(cursor)
      cursor = try image.cursor(at: block, of: .fractalHeap)
    }
    try cursor.skip(opening + (place.row * shape.width + place.column) * image.offsetSize)
    return try cursor.definedAddress()
  }

  /// Checks a block of objects once (III.G, "fractal heap direct block").
  private mutating func look(at block: Range<Int>) throws(HDF5Fault) {
    guard known.insert(block.lowerBound).inserted else { return }
    try blockWalk.take(block.count, of: .fractalHeap, at: block.lowerBound)
    var cursor = Cursor(image, block, .fractalHeap)
    try cursor.expect("FHDB")
    try cursor.version(0...0)
    try cursor.skip(image.offsetSize + offsetWidth)
    guard hasChecksums else { return }
    // It is computed over the whole block, with zeros in its own place.
    var bytes = Array(image[block])
    let place = cursor.position - block.lowerBound
    let written = UInt32(truncatingIfNeeded: try cursor.unsigned(4))
    bytes.replaceSubrange(place..<place + 4, with: repeatElement(0, count: 4))
    guard Lookup3.hash(bytes[...]) == written || !image.verifiesChecksums else {
      throw cursor.damaged(.checksum)
    }
  }

  // MARK: - Huge objects

  /// An object with bytes of its own: the ID says where, or under which number a tree has it.
  private mutating func hugeObject(_ id: inout Cursor) throws(HDF5Fault) -> Range<Int> {
    if idLength - 1 >= image.offsetSize + image.lengthSize {
      return try image.range(
        at: id.definedAddress(), count: id.length(), of: .fractalHeap)
    }
    let key = try id.unsigned(min(image.lengthSize, idLength - 1))
    if huge == nil { huge = try hugeObjects() }
    guard let range = huge?[key] else { throw damaged(.incomplete) }
    return range
  }

  /// The records of the tree of huge objects, type 1 (III.A.2, "indirectly accessed, non-filtered").
  private func hugeObjects() throws(HDF5Fault) -> [UInt64: Range<Int>] {
    guard let hugeTree else { throw damaged(.incomplete) }
    var objects: [UInt64: Range<Int>] = [:]
    try RecordTree(image, at: hugeTree, type: 1).forEachRecord { (record) throws(HDF5Fault) in
      var cursor = record
      let range = try image.range(
        at: cursor.definedAddress(), count: cursor.length(), of: .fractalHeap)
      objects[try cursor.unsigned(image.lengthSize)] = range
    }
    return objects
  }
}
