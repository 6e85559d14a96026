/// Entries of a number that is fixed (specification 3.0, section VII.D, "fixed array").
struct FixedArray {
  private let image: FileImage
  private let isFiltered: Bool
  private let entrySize: Int
  private let count: Int
  private let perPage: Int
  /// Where the entries stand, or the first page of them; nil where nothing was written.
  private let entries: Int?
  /// Where the bits stand that say which pages were written; nil where there are no pages.
  private let pageBits: Int?
  private var known: Set<Int> = []

  init(_ image: FileImage, at address: Int) throws(HDF5Fault) {
    self.image = image
    var cursor = try image.cursor(at: address, of: .chunkArray, signature: "FAHD")
    try cursor.version(0...0)
    isFiltered = try cursor.byte() == 1
    entrySize = try cursor.count(1)
    let bits = try cursor.count(1)
    count = try cursor.length()
    let block = try cursor.address()
    try cursor.verifyChecksum()
    guard bits < 32, entrySize >= image.offsetSize else { throw cursor.damaged(.value) }
    perPage = 1 << bits
    guard let block else {
      entries = nil
      pageBits = nil
      return
    }
    var data = try image.cursor(at: block, of: .chunkArray, signature: "FADB")
    try data.version(0...0)
    try data.skip(1 + image.offsetSize)
    if count > perPage {
      pageBits = data.position
      try data.skip(ChunkGrid.count(ChunkGrid.count(count, of: perPage), of: 8))
      try data.verifyChecksum()
      entries = data.position
    } else {
      pageBits = nil
      entries = data.position
      try data.skip(count * entrySize)
      try data.verifyChecksum()
    }
  }

  /// The chunk at a place; nil where it was not written.
  mutating func chunk(at place: Int) throws(HDF5Fault) -> StoredChunk? {
    guard let entries else { return nil }
    guard place < count else { throw .damaged(.chunkArray, at: entries, .value) }
    var cursor: Cursor
    if let pageBits {
      let page = place / perPage
      guard image[pageBits + page / 8] & 0x80 >> UInt8(page % 8) != 0 else { return nil }
      // A page ends with its checksum.
      let start = page.multipliedReportingOverflow(by: perPage * entrySize + 4)
      let position = start.partialValue.addingReportingOverflow(entries)
      guard !start.overflow, !position.overflow else {
        throw .damaged(.chunkArray, at: entries, .value)
      }
      cursor = try image.cursor(at: position.partialValue, of: .chunkArray)
      if known.insert(page).inserted {
        var whole = cursor
        try whole.skip(min(perPage, count - page * perPage) * entrySize)
        try whole.verifyChecksum()
      }
      try cursor.skip(place % perPage * entrySize)
    } else {
      cursor = try image.cursor(at: entries + place * entrySize, of: .chunkArray)
    }
    return try StoredChunk.entry(&cursor, size: entrySize, isFiltered: isFiltered)
  }
}
