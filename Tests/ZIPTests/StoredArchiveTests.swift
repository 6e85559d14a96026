import Testing

@testable import ZIP

@Suite struct StoredArchiveTests {
  private static let contents: [(name: String, bytes: [UInt8])] = [
    ("output/a.npy", Array("one".utf8)), ("grün", [UInt8](0...255)), ("empty", []),
  ]

  /// The archive of some contents, put together by the places that it says.
  private func written(isInOrder: Bool) -> [UInt8] {
    let archive = StoredArchive(
      Self.contents.map { ($0.name, $0.bytes.count) }, isInOrder: isInOrder)
    let sums = Self.contents.map { CRC32.added($0.bytes, to: 0) }
    var bytes: [UInt8] = []
    for (index, content) in Self.contents.enumerated() {
      #expect(bytes.count == archive.headerPlace(index))
      bytes += archive.opening(index, checksum: sums[index])
      #expect(bytes.count == archive.place(index))
      bytes += content.bytes + archive.closing(index, checksum: sums[index])
    }
    #expect(bytes.count == archive.contentsPlace)
    return bytes + archive.ending(sums)
  }

  @Test("what was written is read again, each byte at its place", arguments: [false, true])
  func roundTrip(isInOrder: Bool) throws {
    let archive = try ZIPArchive(bytes: written(isInOrder: isInOrder), named: "a.zip")
    #expect(archive.names == Self.contents.map(\.name))
    for content in Self.contents {
      #expect(try archive.bytes(of: content.name).elementsEqual(content.bytes))
    }
  }

  @Test("a checksum is the same whether its bytes come at once or in pieces")
  func checksums() {
    // The check value of CRC-32 in the catalogue of parametrised CRC algorithms.
    let digits = Array("123456789".utf8)
    #expect(CRC32.added(digits, to: 0) == 0xCBF4_3926)
    let pieces = CRC32.added(Array(digits[4...]), to: CRC32.added(Array(digits[..<4]), to: 0))
    #expect(pieces == 0xCBF4_3926)
  }

  @Test("an entry of more than four bytes of size gets eight, in both headers and behind it")
  func long() throws {
    let size = 0xFFFF_FFFF
    for isInOrder in [false, true] {
      let archive = StoredArchive([("a", size), ("b", 2)], isInOrder: isInOrder)
      let opening = archive.opening(0, checksum: 7)
      #expect(opening.count == archive.place(0))
      #expect(archive.headerPlace(1) == 31 + 20 + size + (isInOrder ? 24 : 0))
      // Readers of the table alone find sizes and the second entry's place.
      let ending = ZIPBytes(archive.ending([7, 8])[...])
      let first = try ZIPEntry(ending, at: 0, before: 0)
      #expect(first.size == size)
      let second = try ZIPEntry(ending, at: first.next, before: 0)
      #expect(second.size == 2 && second.name == "b")
    }
  }
}
