import Documents
import Foundation
import Phrases
import Testing

@testable import ZIP

@Suite struct ZIPArchiveTests {
  private static let names = ["config.json", "data/zeros", "grün", "empty"]

  private func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }

  private func sentence(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "entries are read, stored or deflated, with sizes of four or eight bytes",
    arguments: ["stored.zip", "deflated.zip", "behind.zip", "zip64.zip"])
  func entries(file: String) throws {
    let archive = try ZIPArchive(bytes: bytes(file), named: file)
    #expect(archive.names == Self.names)
    #expect(try archive.bytes(of: "config.json").elementsEqual(#"{"a": 1}"#.utf8))
    #expect(try archive.bytes(of: "data/zeros").elementsEqual([UInt8](repeating: 0, count: 5000)))
    #expect(try archive.bytes(of: "grün").elementsEqual("umlaut".utf8))
    #expect(try archive.bytes(of: "empty").isEmpty)
    #expect(archive.size(of: "data/zeros") == 5000)
    #expect(archive.size(of: "none") == nil)
  }

  @Test("an archive within other bytes is read without a copy of it")
  func slice() throws {
    let whole = try [7, 7, 7] + bytes("stored.zip")
    let archive = try ZIPArchive(bytes: whole[3...], named: "a.zip")
    #expect(try archive.bytes(of: "grün").elementsEqual("umlaut".utf8))
    #expect(ZIPArchive.begins(whole[3...]))
    #expect(!ZIPArchive.begins(whole))
  }

  @Test("what is not there, not read or too large is named")
  func refusals() throws {
    let archive = try ZIPArchive(bytes: bytes("deflated.zip"), named: "a.zip")
    #expect(
      sentence { _ = try archive.bytes(of: "b") }
        == "a.zip: there is no entry 'b' in it; it has 'config.json', 'data/zeros', 'grün' and "
        + "'empty'")
    #expect(
      sentence { _ = try archive.bytes(of: "data/zeros", limit: 4999) }
        == "a.zip: its entry 'data/zeros' takes 5,000 bytes, and at most 4,999 are read")
    let other = try ZIPArchive(bytes: bytes("bzip2.zip"), named: "a.zip")
    #expect(
      sentence { _ = try other.bytes(of: "data/zeros") }
        == "a.zip: its entry 'data/zeros' is compressed by method 12; write it with "
        + "zipfile.ZIP_DEFLATED")
    #expect(
      sentence { _ = try ZIPArchive(bytes: Array("PK\u{3}\u{4}".utf8), named: "a.zip") }
        == "a.zip: it has no table of contents as a ZIP file has at its end; the file is cut short "
        + "or not a ZIP file")
  }

  @Test("an encrypted entry, and one whose bytes were changed, are refused")
  func changed() throws {
    var bytes = try bytes("stored.zip")
    // Behind the head of the first entry and its name.
    bytes[30 + 11] ^= 1
    let archive = try ZIPArchive(bytes: bytes, named: "a.zip")
    #expect(
      sentence { _ = try archive.bytes(of: "config.json") }
        == "a.zip: its entry 'config.json' is damaged: its checksum is another one; save the file "
        + "again")
    let record = try #require(
      bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bytes[record + 8] |= 1
    let encrypted = try ZIPArchive(bytes: bytes, named: "a.zip")
    #expect(
      sentence { _ = try encrypted.bytes(of: "config.json") }
        == "a.zip: its entry 'config.json' is encrypted; save the file without a password")
  }

  @Test("archives with changed bytes, and those that end too early, cost an error at most")
  func damagedAtLength() throws {
    for name in ["stored.zip", "deflated.zip", "behind.zip", "zip64.zip"] {
      let original = try bytes(name)
      for place in original.indices where place < 200 || place > original.count - 700 {
        var bytes = original
        bytes[place] = bytes[place] == 0xFF ? 0x7F : 0xFF
        read(bytes[...])
        read(original[..<place])
      }
    }
  }

  private func read(_ bytes: ArraySlice<UInt8>) {
    do throws(FileError) {
      let archive = try ZIPArchive(bytes: bytes, named: "a.zip")
      for name in archive.names { _ = try archive.bytes(of: name) }
    } catch {
      #expect(error.description.hasPrefix("a.zip: "))
    }
  }

  @Test("the checksum of nine digits is the one that every table has")
  func checksum() {
    #expect(CRC32.checksum(Array("123456789".utf8)[...]) == 0xCBF4_3926)
    // Eight bytes are taken at once: each number of them has to leave the same as byte by byte.
    for count in 0...20 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
      let single = bytes.reduce(0) { CRC32.added([$1], to: $0) }
      #expect(CRC32.checksum(bytes[...]) == single)
    }
  }
}
