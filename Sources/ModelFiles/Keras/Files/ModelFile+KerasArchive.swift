import Documents
import ZIP

extension ModelFile {
  /// Reads a `.keras` file, a ZIP file of an architecture and weights; the weights are read from the
  /// same file.
  static func kerasArchive(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    let archive = try KerasArchive(file)
    let config = try archive.text("config.json")
    var result = ModelFile(
      try KerasJSON.read(config, part: "config.json", of: file, version: try archive.version()),
      in: file)
    result.weights = file
    return result
  }
}
