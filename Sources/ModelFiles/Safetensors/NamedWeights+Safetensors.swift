import Documents
import Engine

extension NamedWeights {
  /// All tensors of a safetensors file.
  static func safetensors(
    _ file: String, _ reach: Reach
  ) throws(FileError) -> any StoredWeights {
    let read = try Safetensors(contentsOf: file, limit: NetworkPlan.mostWeights)
    return NamedWeights(
      file: file, tensors: read.tensors.mapValues { Tensor($0) }, passedOver: read.passedOver)
  }
}
