import Zlib

/// One entry, as the table of contents has it (APPNOTE.TXT, section 4.3.12).
struct ZIPEntry: Sendable {
  let name: String
  /// Bytes of what was put in.
  let size: Int
  /// Where the next entry of the table stands.
  let next: Int
  private let storedSize: Int
  private let isEncrypted: Bool
  private let method: Int
  private let checksum: UInt32
  /// Where the entry itself stands.
  private let place: Int

  /// The entry whose record stands at a position. `before` is what its offset does not count.
  init(_ bytes: ZIPBytes, at position: Int, before: Int) throws(ZIPProblem) {
    isEncrypted = try bytes.number(2, at: position + 8) & 1 != 0
    method = try bytes.number(2, at: position + 10)
    checksum = UInt32(truncatingIfNeeded: try bytes.unsigned(4, at: position + 16))
    let nameLength = try bytes.number(2, at: position + 28)
    let extraLength = try bytes.number(2, at: position + 30)
    let commentLength = try bytes.number(2, at: position + 32)
    let written = try bytes.slice(at: position + 46, count: nameLength)
    name = String(decoding: written, as: UTF8.self)
    let extra = position + 46 + nameLength
    next = extra + extraLength + commentLength
    var long = try ZIP64Extra(bytes, at: extra, count: extraLength)
    // In this order, those alone that do not fit.
    size = try long.value(try bytes.number(4, at: position + 24))
    storedSize = try long.value(try bytes.number(4, at: position + 20))
    let offset = try long.value(try bytes.number(4, at: position + 42))
    let (place, overflow) = offset.addingReportingOverflow(before)
    guard !overflow else { throw .damagedDirectory(at: position) }
    self.place = place
  }

  /// What was put in; throws where that is more than `limit` bytes.
  func read(_ bytes: ZIPBytes, limit: Int) throws(ZIPProblem) -> ArraySlice<UInt8> {
    guard !isEncrypted else { throw .encrypted(name) }
    guard size <= limit else { throw .tooLarge(name, bytes: size, limit: limit) }
    guard try bytes.unsigned(4, at: place) == 0x0403_4B50 else {
      throw .damagedEntry(name, at: place)
    }
    // The name and what else is written before the entry can be others than in the table.
    let opening = try 30 + bytes.number(2, at: place + 26) + bytes.number(2, at: place + 28)
    let stored = try bytes.slice(at: place + opening, count: storedSize)
    let content: ArraySlice<UInt8>
    switch method {
    case 0: content = stored
    case 8: content = try inflated(stored)
    default: throw .method(name, method)
    }
    guard content.count == size else { throw .damagedEntry(name, at: place) }
    guard CRC32.checksum(content) == checksum else { throw .checksum(name) }
    return content
  }

  private func inflated(_ stored: ArraySlice<UInt8>) throws(ZIPProblem) -> ArraySlice<UInt8> {
    do throws(ZlibProblem) {
      return try Inflation.inflate(stored, .bare, limit: size)[...]
    } catch {
      switch error {
      case .missing: throw .noZlib(name)
      case .damaged, .tooLong: throw .damagedEntry(name, at: place)
      }
    }
  }
}

/// The numbers of an entry that take more than four bytes (APPNOTE.TXT, section 4.5.3).
private struct ZIP64Extra {
  private let bytes: ZIPBytes
  private var position: Int
  private let end: Int

  /// Looks for them in the extra fields at a position: each an ID, a size and its bytes.
  init(_ bytes: ZIPBytes, at start: Int, count: Int) throws(ZIPProblem) {
    self.bytes = bytes
    var field = start
    while field + 4 <= start + count {
      let size = try bytes.number(2, at: field + 2)
      if try bytes.number(2, at: field) == 1 {
        position = field + 4
        end = min(position + size, start + count)
        return
      }
      field += 4 + size
    }
    position = start
    end = start
  }

  /// A number of four bytes, or the next long one where all its bits are set.
  mutating func value(_ short: Int) throws(ZIPProblem) -> Int {
    guard short == 0xFFFF_FFFF else { return short }
    guard position + 8 <= end else { throw .damagedDirectory(at: position) }
    defer { position += 8 }
    return try bytes.long(at: position)
  }
}
