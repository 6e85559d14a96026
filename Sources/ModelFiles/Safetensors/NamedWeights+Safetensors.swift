import Documents
import Engine

extension StoredWeights {
  /// All tensors of a safetensors file.
  static func safetensors(_ file: String, _ reach: Reach) throws(FileError) -> StoredWeights {
    let read = try Safetensors(contentsOf: file, limit: NetworkPlan.mostWeights)
    return StoredWeights(
      file: file, tensors: read.tensors.mapValues { Tensor($0) }, passedOver: read.passedOver)
  }
}
