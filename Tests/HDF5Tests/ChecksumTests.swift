import Testing

@testable import HDF5

@Suite struct ChecksumTests {
  @Test("lookup3 has the values that its author gives")
  func lookup3() {
    #expect(Lookup3.hash([]) == 0xDEAD_BEEF)
    #expect(Lookup3.hash(Array("Four score and seven years ago".utf8)[...]) == 0x1777_0551)
  }

  @Test("Fletcher's sums over words of two bytes")
  func fletcher32() throws {
    // Words 0x6162, 0x6364 and 0x6500, summed by hand.
    #expect(Fletcher32.checksum(Array("abcde".utf8)[...]) == 0x4FF0_29C7)
    #expect(Fletcher32.checksum([]) == 0)
  }

  @Test("a changed byte of a chunk or of metadata is found")
  func changed() throws {
    var bytes = try Fixture.bytes("latest.h5")
    let original = try Fixture.root("latest.h5").dataset("filters/fletcher32")
    let values: [UInt8] = [0, 1, 2, 4, 5, 6].flatMap { [$0, 0, 0, 0] }
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: values) })
    #expect(try original.integers() == Array(0..<24))
    bytes[place] = 9
    let changed = try HDF5File(bytes: bytes, named: "a.h5").root.dataset("filters/fletcher32")
    #expect(
      sentence { _ = try changed.integers() }
        == "a.h5: a chunk of '/filters/fletcher32' at byte \(place) is damaged: its checksum is "
        + "another one")

    var header = try Fixture.bytes("sizes_8_4.h5")
    header[12] ^= 1
    #expect(
      sentence { _ = try HDF5File(bytes: header, named: "a.h5") }
        == "a.h5: the superblock at byte 0 is damaged: its checksum is another one")
  }
}
