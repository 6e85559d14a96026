import Documents
import HDF5
import ZIP

/// A `.keras` file: `metadata.json`, `config.json` and `model.weights.h5` in a ZIP file.
struct KerasArchive {
  private let archive: ZIPArchive
  private let file: String

  init(_ file: String) throws(FileError) {
    self.file = file
    archive = try ZIPArchive(
      bytes: try FileBytes.read(file, limit: KerasHDF5.largestFile).bytes, named: file)
  }

  /// An entry that is text.
  func text(_ name: String) throws(FileError) -> ArraySlice<UInt8> {
    try archive.bytes(of: name, limit: JSONDocument.largestFile)
  }

  /// The version of Keras, which stands nowhere else; nil where it is not one.
  func version() throws(FileError) -> KerasVersion? {
    guard archive.size(of: "metadata.json") != nil else { return nil }
    let root = try JSONDocument.root(
      of: try text("metadata.json"), in: file, part: "metadata.json", expected: .kerasModel)
    guard root.isMapping else { return nil }
    return try root.mapping("metadata.json")["keras_version"]?.written
      .flatMap { KerasVersion(written: $0) }
  }

  /// The root of the weights.
  func weights() throws(FileError) -> Group {
    let bytes = try archive.bytes(of: "model.weights.h5", limit: KerasHDF5.largestFile)
    return try HDF5File(bytes: bytes, named: file).root
  }
}
