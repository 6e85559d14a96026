/// The table of contents at the end of an archive (APPNOTE.TXT, sections 4.3.12 to 4.3.16).
struct ZIPDirectory {
  private let bytes: ZIPBytes
  /// Where the table stands, and how many entries it should have.
  private let start: Int
  private let end: Int
  private let count: Int
  /// Bytes that stand before the archive and that its offsets do not count.
  private let before: Int

  /// The most entries that are read.
  static let mostEntries = 100_000

  private static let endSize = 22
  private static let locatorSize = 20
  private static let longEndSize = 56
  private static let longestComment = 0xFFFF

  init(_ bytes: ZIPBytes) throws(ZIPProblem) {
    self.bytes = bytes
    guard let place = try Self.endRecord(bytes) else { throw .noDirectory }
    // The numbers of this file, and of the one where the table begins.
    var disks = try (bytes.number(2, at: place + 4), bytes.number(2, at: place + 6))
    var count = try bytes.number(2, at: place + 10)
    var size = try bytes.number(4, at: place + 12)
    var offset = try bytes.number(4, at: place + 16)
    var end = place
    if let long = try Self.longEndRecord(bytes, before: place) {
      disks = try (bytes.number(4, at: long + 16), bytes.number(4, at: long + 20))
      count = try bytes.long(at: long + 32)
      size = try bytes.long(at: long + 40)
      offset = try bytes.long(at: long + 48)
      end = long
    }
    guard disks == (0, 0) else { throw .severalFiles }
    guard count <= Self.mostEntries else { throw .tooManyEntries(limit: Self.mostEntries) }
    guard size <= end, offset <= end - size else { throw .damagedDirectory(at: place) }
    self.count = count
    self.end = end
    start = end - size
    before = start - offset
  }

  /// The last record that ends the archive, with a comment that reaches to the file's end.
  private static func endRecord(_ bytes: ZIPBytes) throws(ZIPProblem) -> Int? {
    var position = bytes.count - endSize
    let earliest = max(0, position - longestComment)
    while position >= earliest {
      if try bytes.unsigned(4, at: position) == 0x0605_4B50,
        try bytes.number(2, at: position + 20) <= bytes.count - position - endSize
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// The same record of ZIP64, where a locator stands before the short one.
  private static func longEndRecord(
    _ bytes: ZIPBytes, before place: Int
  ) throws(ZIPProblem) -> Int? {
    let locator = place - locatorSize
    guard locator >= 0, try bytes.unsigned(4, at: locator) == 0x0706_4B50 else { return nil }
    // Bytes before the archive move it: so it is looked for where it has to be, too.
    for position in [try bytes.long(at: locator + 8), locator - longEndSize]
    where position >= 0 && position <= locator - longEndSize {
      if try bytes.unsigned(4, at: position) == 0x0606_4B50 { return position }
    }
    throw .damagedDirectory(at: locator)
  }

  /// All entries, in the order of the table.
  func entries() throws(ZIPProblem) -> [ZIPEntry] {
    var entries: [ZIPEntry] = []
    var position = start
    for _ in 0..<count {
      guard position < end, try bytes.unsigned(4, at: position) == 0x0201_4B50 else {
        throw .damagedDirectory(at: position)
      }
      let entry = try ZIPEntry(bytes, at: position, before: before)
      position = entry.next
      guard position <= end else { throw .damagedDirectory(at: position) }
      entries.append(entry)
    }
    return entries
  }
}
