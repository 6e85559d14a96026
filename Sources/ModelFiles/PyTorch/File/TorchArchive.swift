import Documents
import Pickle
import ZIP

/// The form since PyTorch 1.6: a ZIP archive with one folder of any name, in it `data.pkl` and a file for
/// each storage under `data`. What else is in it varies, as the order of bytes in `byteorder`.
struct TorchArchive {
  let pickle: Pickle
  let isBigEndian: Bool
  private let archive: ZIPArchive
  private let folder: Substring

  init(_ bytes: ArraySlice<UInt8>, named name: String) throws(FileError) {
    archive = try ZIPArchive(bytes: bytes, named: name)
    guard let entry = archive.names.first(where: Self.isPickle) else {
      throw FileError(name, .torch(.noPickle))
    }
    folder = entry.dropLast(Self.pickleName.count)
    pickle = try Pickle(
      try archive.bytes(of: entry), named: name, knowing: TorchNames.isKnown)
    let order = "\(folder)byteorder"
    isBigEndian =
      archive.names.contains(order)
      ? try archive.bytes(of: order).elementsEqual("big".utf8) : false
  }

  private static let pickleName = "data.pkl"

  /// Whether an entry is the pickle: `data.pkl`, at the top or in a folder of it.
  static func isPickle(_ entry: String) -> Bool {
    let parts = entry.split(separator: "/", omittingEmptySubsequences: false)
    return parts.last == pickleName[...] && parts.count <= 2
  }

  /// The bytes of a storage; nil where there is none of that key.
  func storage(_ key: String) throws(FileError) -> ArraySlice<UInt8>? {
    let entry = "\(folder)data/\(key)"
    guard archive.size(of: entry) != nil else { return nil }
    return try archive.bytes(of: entry)
  }
}
