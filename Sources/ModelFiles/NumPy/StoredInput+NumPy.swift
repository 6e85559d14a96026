import Documents
import Engine
import ZIP

extension StoredInput {
  /// The array of an `.npy` file.
  static func numPy(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    .array(try NumPyFile.read(file, limit: NetworkPlan.mostObserved))
  }

  /// The arrays of an `.npz` file, as `numpy.savez` and `savez_compressed` write it.
  static func numPyArchive(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    let bytes = try FileBytes.read(file, limit: largestArchive).bytes
    return .arrays(.archive(try ZIPArchive(bytes: bytes, named: file), file: file))
  }

  /// The largest archive that is read: all that a run observes in float64, four times over.
  private static let largestArchive = NetworkPlan.mostObserved * 8 * 4
}
