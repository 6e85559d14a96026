import Documents
import Engine

extension StoredInput {
  /// The array of an `.npy` file.
  static func numPy(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    StoredInput(array: try NumPyFile.read(file, limit: NetworkPlan.mostObserved))
  }
}
