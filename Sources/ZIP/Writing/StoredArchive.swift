/// A ZIP file of stored entries whose sizes are known before any of them is written (PKWARE's
/// APPNOTE.TXT, version 6.3, section 4.3).
///
/// ```swift
/// let archive = StoredArchive([("output/lstm.npy", size: 328)])
/// bytes = archive.opening(0, checksum: sum) + entry + archive.ending([sum])
/// ```
///
/// Whoever writes it knows where each byte comes to stand: so entries may be filled here and there. Into
/// a pipe, where no checksum can be put before what it is of, the archive `isInOrder`: then the checksum
/// stands behind each entry. Sizes and places of more than four bytes are written as ZIP64. All entries
/// have the date 1980-01-01, so that equal contents are equal files.
package struct StoredArchive: Sendable {
  private struct Entry {
    var name: [UInt8]
    var size: Int
    /// Where its local header stands.
    var place: Int
  }

  private let entries: [Entry]
  private let isInOrder: Bool
  /// Where the table of contents stands.
  package let contentsPlace: Int

  /// An archive of entries with these names and sizes in bytes, one behind another.
  package init(_ entries: [(name: String, size: Int)], isInOrder: Bool = false) {
    self.isInOrder = isInOrder
    var place = 0
    self.entries = entries.map { name, size in
      let entry = Entry(name: Array(name.utf8), size: size, place: place)
      place += Self.headerSize(entry) + size + (isInOrder ? Self.closingSize(entry) : 0)
      return entry
    }
    contentsPlace = place
  }

  /// Where the header of an entry stands.
  package func headerPlace(_ index: Int) -> Int { entries[index].place }

  /// Where the bytes of an entry begin.
  package func place(_ index: Int) -> Int {
    entries[index].place + Self.headerSize(entries[index])
  }

  /// What stands before an entry. Of an archive that is written in order the checksum does not matter.
  package func opening(_ index: Int, checksum: UInt32 = 0) -> [UInt8] {
    let entry = entries[index]
    let isLong = Self.isLong(entry.size)
    var bytes = LittleEndian()
    bytes.add(0x0403_4B50, 4)
    bytes.add(isLong ? 45 : 20, 2)
    bytes.add(flags, 2)
    addCommon(entry, checksum: isInOrder ? 0 : checksum, isInOrder ? 0 : entry.size, to: &bytes)
    bytes.add(isLong ? 20 : 0, 2)
    bytes.bytes += entry.name
    if isLong { bytes.addLong([entry.size, entry.size].map { isInOrder ? 0 : $0 }) }
    return bytes.bytes
  }

  /// What stands behind an entry: nothing, unless the archive is written in order.
  package func closing(_ index: Int, checksum: UInt32) -> [UInt8] {
    guard isInOrder else { return [] }
    let entry = entries[index]
    var bytes = LittleEndian()
    bytes.add(0x0807_4B50, 4)
    bytes.add(Int(checksum), 4)
    for _ in 0..<2 { bytes.add(entry.size, Self.isLong(entry.size) ? 8 : 4) }
    return bytes.bytes
  }

  /// The table of contents, which ends the archive, with the checksum of each entry.
  package func ending(_ checksums: [UInt32]) -> [UInt8] {
    precondition(checksums.count == entries.count, "a checksum for each entry")
    var bytes = LittleEndian()
    for (entry, checksum) in zip(entries, checksums) {
      let long = [entry.size, entry.size, entry.place].filter(Self.isLong)
      bytes.add(0x0201_4B50, 4)
      bytes.add(long.isEmpty ? 20 : 45, 2)
      bytes.add(long.isEmpty ? 20 : 45, 2)
      bytes.add(flags, 2)
      addCommon(entry, checksum: checksum, entry.size, to: &bytes)
      bytes.add(long.isEmpty ? 0 : 4 + 8 * long.count, 2)
      // No comment, in the first file, and nothing said of its kind or rights.
      bytes.add(0, 2)
      bytes.add(0, 2)
      bytes.add(0, 2)
      bytes.add(0, 4)
      bytes.add(Self.short(entry.place), 4)
      bytes.bytes += entry.name
      if !long.isEmpty { bytes.addLong(long) }
    }
    addEnd(contents: bytes.bytes.count, to: &bytes)
    return bytes.bytes
  }

  private func addEnd(contents size: Int, to bytes: inout LittleEndian) {
    let count = entries.count
    if Self.isLong(contentsPlace) || Self.isLong(size) || count >= 0xFFFF {
      bytes.add(0x0606_4B50, 4)
      bytes.add(44, 8)
      bytes.add(45, 2)
      bytes.add(45, 2)
      bytes.add(0, 8)
      for number in [count, count, size, contentsPlace] { bytes.add(number, 8) }
      bytes.add(0x0706_4B50, 4)
      bytes.add(0, 4)
      bytes.add(contentsPlace + size, 8)
      bytes.add(1, 4)
    }
    bytes.add(0x0605_4B50, 4)
    bytes.add(0, 4)
    for _ in 0..<2 { bytes.add(min(count, 0xFFFF), 2) }
    bytes.add(Self.short(size), 4)
    bytes.add(Self.short(contentsPlace), 4)
    bytes.add(0, 2)
  }

  /// What both headers of an entry have: how and when it was put in, checksum, sizes, length of its name.
  private func addCommon(
    _ entry: Entry, checksum: UInt32, _ size: Int, to bytes: inout LittleEndian
  ) {
    bytes.add(0, 2)
    bytes.add(0, 2)
    bytes.add(0x21, 2)
    bytes.add(Int(checksum), 4)
    // Whoever reads only the first header learns from all bits set that sizes take eight bytes.
    for _ in 0..<2 { bytes.add(Self.isLong(entry.size) ? 0xFFFF_FFFF : size, 4) }
    bytes.add(entry.name.count, 2)
  }

  /// The name is UTF-8, and where it is written in order sizes and checksum stand behind the entry.
  private var flags: Int { 1 << 11 | (isInOrder ? 1 << 3 : 0) }

  private static func headerSize(_ entry: Entry) -> Int {
    30 + entry.name.count + (isLong(entry.size) ? 20 : 0)
  }

  private static func closingSize(_ entry: Entry) -> Int { isLong(entry.size) ? 24 : 16 }

  /// Whether a number takes more than four bytes; with all bits set it would say so, too.
  private static func isLong(_ number: Int) -> Bool { number >= 0xFFFF_FFFF }

  private static func short(_ number: Int) -> Int { isLong(number) ? 0xFFFF_FFFF : number }
}

/// Bytes to which numbers are added, the lowest byte first.
private struct LittleEndian {
  var bytes: [UInt8] = []

  mutating func add(_ number: Int, _ width: Int) {
    for index in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
  }

  /// The field of the numbers that take eight bytes (section 4.5.3).
  mutating func addLong(_ numbers: [Int]) {
    add(1, 2)
    add(8 * numbers.count, 2)
    for number in numbers { add(number, 8) }
  }
}
