import Testing

@testable import Zlib

@Suite struct InflationTests {
  /// `zlib.compress(b"a" * 1000)`, and the same without header and checksum.
  private static let wrapped: [UInt8] = [
    0x78, 0x9C, 0x4B, 0x4C, 0x1C, 0x05, 0xA3, 0x60, 0x14, 0x0C, 0x77, 0x00, 0x00, 0xF9, 0xD8, 0x7A,
    0xF8,
  ]
  private static let bare = Array(wrapped[2..<(wrapped.count - 4)])

  private func problem(_ body: () throws(ZlibProblem) -> [UInt8]) -> ZlibProblem? {
    do throws(ZlibProblem) {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  @Test("bytes come back, with and without zlib's header")
  func inflated() throws {
    let expected = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
    #expect(try Inflation.inflate(Self.wrapped[...], .zlib, limit: 1000) == expected)
    #expect(try Inflation.inflate(Self.bare[...], .bare, limit: 5000) == expected)
  }

  @Test("more than was asked for is refused")
  func tooLong() {
    #expect(
      problem { () throws(ZlibProblem) in
        try Inflation.inflate(Self.wrapped[...], .zlib, limit: 999)
      } == .tooLong(limit: 999))
  }

  @Test("damaged bytes, too few bytes and none are refused")
  func damaged() {
    var changed = Self.wrapped
    changed[changed.count - 1] ^= 1
    for bytes in [changed, Array(Self.wrapped.dropLast()), Self.bare, []] {
      #expect(
        problem { () throws(ZlibProblem) in
          try Inflation.inflate(bytes[...], .zlib, limit: 1000)
        } == .damaged)
    }
  }

  @Test("a system without the library is told apart")
  func missing() {
    let none = ZlibLibrary(names: ["libno-such-library.so"])
    #expect(
      problem { () throws(ZlibProblem) in
        try Inflation.inflate(Self.wrapped[...], .zlib, limit: 1000, with: none)
      } == .missing)
  }
}
