import Documents
import Engine

extension StoredInput {
  /// The tensors of a safetensors file.
  static func safetensors(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    .arrays(
      .tensors(try Safetensors(contentsOf: file, limit: NetworkPlan.mostObserved), file: file))
  }
}
