/// Entries of a number that grows (specification 3.0, section VII.E, "extensible array"): the first in
/// the index block, the next in data blocks that it leads to, the rest in data blocks that super blocks
/// lead to. Each super block has twice the entries of the one before.
struct ExtensibleArray {
  private let image: FileImage
  private let address: Int
  private let isFiltered: Bool
  private let entrySize: Int
  /// Bytes of a block's place in the array.
  private let offsetWidth: Int
  private let inIndexBlock: Int
  private let smallestBlock: Int
  private let perPage: Int
  /// All super blocks, those among them whose data blocks the index block leads to, and how many data
  /// blocks these are.
  private let superBlocks: Int
  private let directSuperBlocks: Int
  private let directBlocks: Int
  /// Where the entries of the index block stand; nil where nothing was written.
  private let entries: Int?
  private var known: Set<Int> = []

  init(_ image: FileImage, at address: Int) throws(HDF5Fault) {
    self.image = image
    self.address = address
    var cursor = try image.cursor(at: address, of: .chunkArray, signature: "EAHD")
    try cursor.version(0...0)
    isFiltered = try cursor.byte() == 1
    entrySize = try cursor.count(1)
    let countBits = try cursor.count(1)
    inIndexBlock = try cursor.count(1)
    smallestBlock = try cursor.count(1)
    let smallestPointers = try cursor.count(1)
    let pageBits = try cursor.count(1)
    // Six counts of what there is.
    try cursor.skip(6 * image.lengthSize)
    let index = try cursor.address()
    try cursor.verifyChecksum()
    guard (1...64).contains(countBits), pageBits < 32, entrySize >= image.offsetSize,
      smallestBlock.nonzeroBitCount == 1, smallestPointers.nonzeroBitCount == 1,
      countBits >= smallestBlock.trailingZeroBitCount
    else { throw cursor.damaged(.value) }
    offsetWidth = (countBits + 7) / 8
    perPage = 1 << pageBits
    superBlocks = 1 + countBits - smallestBlock.trailingZeroBitCount
    directSuperBlocks = 2 * smallestPointers.trailingZeroBitCount
    directBlocks = 2 * (smallestPointers - 1)
    guard directSuperBlocks <= superBlocks else { throw cursor.damaged(.value) }
    guard let index else {
      entries = nil
      return
    }
    var block = try image.cursor(at: index, of: .chunkArray, signature: "EAIB")
    try block.version(0...0)
    try block.skip(1 + image.offsetSize)
    entries = block.position
    try block.skip(inIndexBlock * entrySize)
    try block.skip((directBlocks + superBlocks - directSuperBlocks) * image.offsetSize)
    try block.verifyChecksum()
  }

  /// The chunk at a place; nil where it was not written.
  mutating func chunk(at place: Int) throws(HDF5Fault) -> StoredChunk? {
    guard let entries else { return nil }
    guard place >= inIndexBlock else { return try entry(at: entries + place * entrySize) }
    let offset = place - inIndexBlock
    let number =
      Int.bitWidth - 1 - (offset / smallestBlock + 1).leadingZeroBitCount
    guard number < superBlocks else { throw damaged(.value) }
    let group = SuperBlock(number: number, smallestBlock: smallestBlock)
    let inGroup = offset - group.firstEntry
    let pointers = entries + inIndexBlock * entrySize
    if number < directSuperBlocks {
      let block = group.firstBlock + inGroup / group.perBlock
      guard let data = try pointer(at: pointers + block * image.offsetSize) else { return nil }
      return try dataEntry(data, group, inGroup % group.perBlock)
    }
    let superPlace =
      pointers + (directBlocks + number - directSuperBlocks) * image.offsetSize
    guard let block = try pointer(at: superPlace) else { return nil }
    return try entry(inGroup, of: group, at: block)
  }

  /// What the number of a super block says.
  private struct SuperBlock {
    /// Entries and data blocks before its own.
    let firstEntry: Int
    let firstBlock: Int
    /// Its data blocks, and the entries of each.
    let blocks: Int
    let perBlock: Int

    init(number: Int, smallestBlock: Int) {
      firstEntry = (1 << number - 1) * smallestBlock
      // 1, 1, 2, 2, 4, 4 …
      firstBlock = (0..<number).reduce(0) { $0 + 1 << ($1 / 2) }
      blocks = 1 << (number / 2)
      perBlock = smallestBlock << ((number + 1) / 2)
    }
  }

  private func damaged(_ damage: HDF5Damage) -> HDF5Fault {
    .damaged(.chunkArray, at: address, damage)
  }

  private func pointer(at position: Int) throws(HDF5Fault) -> Int? {
    var cursor = try image.cursor(at: position, of: .chunkArray)
    return try cursor.address()
  }

  private func entry(at position: Int) throws(HDF5Fault) -> StoredChunk? {
    var cursor = try image.cursor(at: position, of: .chunkArray)
    return try StoredChunk.entry(&cursor, size: entrySize, isFiltered: isFiltered)
  }

  /// An entry of a data block that a super block leads to.
  private mutating func entry(
    _ inGroup: Int, of group: SuperBlock, at address: Int
  ) throws(HDF5Fault) -> StoredChunk? {
    let pages = group.perBlock > perPage ? group.perBlock / perPage : 0
    let isNew = known.insert(address).inserted
    var cursor = try image.cursor(at: address, of: .chunkArray, signature: "EASB")
    try cursor.version(0...0)
    try cursor.skip(1 + image.offsetSize + offsetWidth)
    let pageBits = cursor.position
    let bitmap = group.blocks.multipliedReportingOverflow(by: ChunkGrid.count(pages, of: 8))
    let pointers = group.blocks.multipliedReportingOverflow(by: image.offsetSize)
    guard !bitmap.overflow, !pointers.overflow else { throw damaged(.value) }
    try cursor.skip(bitmap.partialValue)
    let first = cursor.position
    try cursor.skip(pointers.partialValue)
    if isNew { try cursor.verifyChecksum() }
    let block = inGroup / group.perBlock
    guard let data = try pointer(at: first + block * image.offsetSize) else { return nil }
    let place = inGroup % group.perBlock
    guard pages > 0 else { return try dataEntry(data, group, place) }
    let bit = block * pages + place / perPage
    guard image[pageBits + bit / 8] & 0x80 >> UInt8(bit % 8) != 0 else { return nil }
    return try pagedEntry(data, place)
  }

  /// An entry of a data block without pages.
  private mutating func dataEntry(
    _ address: Int, _ group: SuperBlock, _ place: Int
  ) throws(HDF5Fault) -> StoredChunk? {
    var cursor = try openDataBlock(at: address)
    let first = cursor.position
    if known.insert(address).inserted {
      let (size, overflow) = group.perBlock.multipliedReportingOverflow(by: entrySize)
      guard !overflow else { throw damaged(.value) }
      try cursor.skip(size)
      try cursor.verifyChecksum()
    }
    return try entry(at: first + place * entrySize)
  }

  /// An entry of a data block whose pages have checksums of their own.
  private mutating func pagedEntry(
    _ address: Int, _ place: Int
  ) throws(HDF5Fault) -> StoredChunk? {
    var cursor = try openDataBlock(at: address)
    try cursor.verifyChecksum()
    let pageSize = perPage * entrySize + 4
    let (offset, overflow) = (place / perPage).multipliedReportingOverflow(by: pageSize)
    guard !overflow else { throw damaged(.value) }
    try cursor.skip(offset)
    var page = try image.cursor(at: cursor.position, of: .chunkArray)
    if known.insert(page.start).inserted {
      var whole = page
      try whole.skip(pageSize - 4)
      try whole.verifyChecksum()
    }
    try page.skip(place % perPage * entrySize)
    return try StoredChunk.entry(&page, size: entrySize, isFiltered: isFiltered)
  }

  private func openDataBlock(at address: Int) throws(HDF5Fault) -> Cursor {
    var cursor = try image.cursor(at: address, of: .chunkArray, signature: "EADB")
    try cursor.version(0...0)
    try cursor.skip(1 + image.offsetSize + offsetWidth)
    return cursor
  }
}
