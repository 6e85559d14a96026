import Documents
import Engine
import Wording
import ZIP

/// Arrays with names, each read when it is asked for.
enum StoredArrays {
  case tensors(Safetensors, file: String)
  case archive(ZIPArchive, file: String)

  /// The names, sorted; those of an archive without the ending of its entries.
  var names: [String] {
    switch self {
    case .tensors(let read, _): read.tensors.keys.sorted()
    case .archive(let archive, _):
      archive.names.filter { $0.hasSuffix(Self.ending) }
        .map { String($0.dropLast(Self.ending.count)) }
    }
  }

  /// The array of that name; throws with the names there are, or where it is no array of numbers.
  func array(_ name: String) throws(FileError) -> NumberArray {
    switch self {
    case .tensors(let read, let file):
      return try read.tensor(name, in: file)
    case .archive(let archive, let file):
      guard names.contains(name) else {
        throw FileError(file, .noTensor(excerpt(name), present: names.map { "'\(excerpt($0))'" }))
      }
      let entry = name + Self.ending
      return try NumPyFile.read(
        try archive.bytes(of: entry), named: file + "/" + entry, limit: NetworkPlan.mostObserved)
    }
  }

  private static let ending = ".npy"
}
