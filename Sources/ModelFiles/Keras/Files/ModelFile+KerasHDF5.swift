import Documents
import HDF5

extension ModelFile {
  /// Reads a whole model that Keras saved as HDF5: the architecture is an attribute, the weights are
  /// read from the same file.
  static func kerasHDF5(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    let root = try KerasHDF5.open(file)
    let attributes = try root.attributes()
    guard let config = attributes["model_config"] else {
      throw FileError(
        file, KerasHDF5.holdsWeights(root) ? .kerasWeightsOnly : .notKeras(present: root.names))
    }
    let text = Array(try config.text().utf8)
    let model = try KerasJSON.read(
      text[...], part: "model_config", of: file,
      version: try KerasHDF5.version(attributes) ?? KerasVersion(major: 1))
    var result = ModelFile(model, in: file)
    result.weights = file
    return result
  }
}
