/// Undoes deflate with the system's zlib.
package enum Inflation {
  /// What stands around the compressed bytes.
  package enum Wrapping: Sendable {
    /// zlib's header and checksum (RFC 1950), as in HDF5 files.
    case zlib
    /// Nothing (RFC 1951), as in ZIP files.
    case bare
  }

  /// How many bytes one byte of deflate can become at most: a match of 258 bytes takes two bits.
  package static let largestRatio = 1032

  /// What `bytes` were before they were compressed; throws where that is more than `limit` bytes.
  ///
  /// Memory is taken for what comes out, not for what is said to come out.
  package static func inflate(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int
  ) throws(ZlibProblem) -> [UInt8] {
    try inflate(bytes, wrapping, limit: limit, with: .shared)
  }

  /// The same with a library that may be none.
  static func inflate(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int, with library: ZlibLibrary?
  ) throws(ZlibProblem) -> [UInt8] {
    guard let library else { throw .missing }
    let (possible, overflow) = bytes.count.multipliedReportingOverflow(by: largestRatio)
    // One byte more than is wanted shows that there is more.
    let room = min(overflow ? .max : possible, min(limit, .max - 1)) + 1
    var end = StreamEnd.broken
    // Memory that nobody writes into is never there.
    let result = [UInt8](unsafeUninitializedCapacity: room) { output, count in
      end = run(library, wrapping, bytes, into: output, count: &count)
    }
    guard result.count <= limit else { throw .tooLong(limit: limit) }
    guard end == .whole else { throw .damaged }
    return result
  }

  private enum StreamEnd {
    case whole, broken
  }

  // From zlib.h.
  private static let ok: Int32 = 0
  private static let streamEnd: Int32 = 1
  private static let noFlush: Int32 = 0
  private static let mostAtOnce = 1 << 30

  private static func run(
    _ library: ZlibLibrary, _ wrapping: Wrapping, _ bytes: ArraySlice<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>, count: inout Int
  ) -> StreamEnd {
    var stream = ZlibStream()
    // Negative for bytes without a header; 15 is the largest window. Only the first digit of the
    // version is compared.
    let window: Int32 = wrapping == .zlib ? 15 : -15
    guard
      library.begin(&stream, window, "1", Int32(MemoryLayout<ZlibStream>.stride)) == ok
    else { return .broken }
    defer { _ = library.end(&stream) }
    return bytes.withUnsafeBufferPointer { input in
      var taken = 0
      while true {
        let offered = min(input.count - taken, mostAtOnce)
        let room = min(output.count - count, mostAtOnce)
        stream.nextIn = input.baseAddress.map { $0 + taken }
        stream.availableIn = UInt32(offered)
        stream.nextOut = output.baseAddress.map { $0 + count }
        stream.availableOut = UInt32(room)
        let status = library.step(&stream, noFlush)
        let used = offered - Int(stream.availableIn)
        let made = room - Int(stream.availableOut)
        taken += used
        count += made
        if status == streamEnd { return .whole }
        guard status == ok, used + made > 0 else { return .broken }
      }
    }
  }
}
