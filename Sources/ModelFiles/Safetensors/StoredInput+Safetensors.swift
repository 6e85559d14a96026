import Documents
import Engine

extension StoredInput {
  /// The tensor `input` of a safetensors file; throws with the names there are where it has none.
  static func safetensors(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    let read = try Safetensors(contentsOf: file, limit: NetworkPlan.mostObserved)
    return StoredInput(array: try read.tensor("input", in: file))
  }
}
