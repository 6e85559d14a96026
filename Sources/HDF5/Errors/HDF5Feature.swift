/// What an HDF5 file can have and this reader does not read.
package enum HDF5Feature: Hashable, Sendable {
  case filter(HDF5Filter)
  case elements(ElementType.Other)
  case externalLink(file: String, path: String)
  case userDefinedLink
  case externalData
  case virtualDataset
  case severalFiles
  case compressedHeap
  /// A message of an object header that forbids whoever does not know it to read on.
  case unknownMessage(Int)
}

/// A filter that a chunk went through when it was written, by its registered number.
package struct HDF5Filter: Hashable, Sendable {
  package let id: Int
  /// The name that the file gives, often none.
  package let writtenName: String

  /// What it is called: as the HDF Group's registry has it, otherwise as the file says.
  package var name: String {
    Self.known[id] ?? (writtenName.isEmpty ? "number \(id)" : writtenName)
  }

  private static let known: [Int: String] = [
    1: "deflate", 2: "shuffle", 3: "fletcher32", 4: "szip", 5: "nbit", 6: "scaleoffset",
    307: "bzip2", 32000: "lzf", 32001: "blosc", 32004: "lz4", 32008: "bitshuffle", 32013: "zfp",
    32015: "zstd", 32017: "sz", 32026: "blosc2",
  ]
}
