import Documents
import Zlib

/// The entries of a ZIP file in memory, as `.keras`, `.npz` and PyTorch's files are (PKWARE's
/// APPNOTE.TXT, version 6.3).
///
/// ```swift
/// let archive = try ZIPArchive(bytes: bytes, named: "model.keras")
/// let config = try archive.bytes(of: "config.json")
/// ```
///
/// Read are entries that are stored or deflated, also those of ZIP64. What is encrypted, in several files
/// or compressed by another method is refused.
package struct ZIPArchive: Sendable {
  /// The names of the entries, in the order of the table of contents.
  package let names: [String]
  private let entries: [String: ZIPEntry]
  private let bytes: ZIPBytes
  private let file: String

  /// The archive of these bytes. Errors call it by `name`.
  package init(bytes: ArraySlice<UInt8>, named name: String) throws(FileError) {
    file = name
    self.bytes = ZIPBytes(bytes)
    do throws(ZIPProblem) {
      let list = try ZIPDirectory(self.bytes).entries()
      names = list.map(\.name)
      // Of two entries with one name the last is meant, as Python has it.
      entries = Dictionary(list.map { ($0.name, $0) }) { $1 }
    } catch {
      throw FileError(at: Place(name), of: error)
    }
  }

  /// The same for a whole array.
  package init(bytes: [UInt8], named name: String) throws(FileError) {
    try self.init(bytes: bytes[...], named: name)
  }

  /// Whether bytes begin as a ZIP file with an entry does.
  package static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: "PK\u{3}\u{4}".utf8)
  }

  /// How much memory an entry may take: with the archive itself it stays below four times the archive
  /// and 64 MB.
  package var memoryLimit: Int {
    let (times, overflow) = bytes.count.multipliedReportingOverflow(by: 3)
    return overflow ? .max : times.addingReportingOverflow(48 << 20).partialValue
  }

  /// How many bytes an entry says it has; nil where there is no such entry.
  package func size(of name: String) -> Int? { entries[name]?.size }

  /// The bytes of an entry, their checksum compared; throws where there is none of that name, and where
  /// it is larger than `limit`, in bytes, or than `memoryLimit`.
  package func bytes(
    of name: String, limit: Int = .max
  ) throws(FileError) -> ArraySlice<UInt8> {
    do throws(ZIPProblem) {
      guard let entry = entries[name] else { throw .noEntry(name, present: names) }
      return try entry.read(bytes, limit: min(limit, memoryLimit))
    } catch {
      throw FileError(at: Place(file), of: error)
    }
  }
}
