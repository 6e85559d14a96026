import Documents
import Pickle
import ZIP

/// A file that `torch.save` wrote: a pickle, and beside it the numbers of its tensors.
///
/// Since version 1.6 it is a ZIP archive; before, pickles and numbers one after another. Nothing of it
/// is run: names that it would import are looked up in the list of those that say how a tensor is put
/// together, or are those of a module of `torch.nn`, and all others are listed.
struct TorchFile {
  let name: String
  let pickle: Pickle
  let storages: TorchStorages

  /// How many bytes a file may have: the weights, and what an optimiser keeps of them beside.
  static let mostBytes = 208 << 20

  /// Whether bytes begin as a file in one of the forms before the ZIP archive.
  static func isOlder(_ bytes: ArraySlice<UInt8>) -> Bool {
    LegacyTorch.begins(bytes) || isTar(bytes)
  }

  init(_ bytes: ArraySlice<UInt8>, named name: String) throws(FileError) {
    self.name = name
    if ZIPArchive.begins(bytes) {
      let archive = try TorchArchive(bytes, named: name)
      pickle = archive.pickle
      storages = .archive(archive)
    } else {
      guard !Self.isTar(bytes) else { throw FileError(name, .torch(.tarForm)) }
      let legacy = try LegacyTorch(bytes, named: name)
      pickle = legacy.pickle
      storages = .legacy(legacy)
    }
  }

  /// What PyTorch wrote before its version 0.1.10: a tape archive, which says so in its first block.
  private static func isTar(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 512 && bytes.dropFirst(257).starts(with: "ustar".utf8)
  }
}

/// Where the numbers of tensors are kept.
enum TorchStorages {
  case archive(TorchArchive)
  case legacy(LegacyTorch)

  /// The bytes of a storage, and whether the highest of a number comes first; nil where there is none.
  func bytes(
    _ key: String
  ) throws(FileError) -> (bytes: ArraySlice<UInt8>, isBigEndian: Bool)? {
    switch self {
    case .archive(let archive): try archive.storage(key).map { ($0, archive.isBigEndian) }
    case .legacy(let legacy): legacy.storages[key].map { ($0, legacy.isBigEndian) }
    }
  }
}
