import Documents
import Engine

extension NamedWeights {
  /// All tensors of a safetensors file; those by PyTorch's names as its layers have them.
  static func safetensors(
    _ file: String, _ reach: Reach
  ) throws(FileError) -> any StoredWeights {
    let read = try Safetensors(contentsOf: file, limit: NetworkPlan.mostWeights)
    if let state = TorchState(read) {
      return try LayeredWeights(state, in: file)
    }
    return NamedWeights(
      file: file, tensors: read.tensors.mapValues { Tensor($0) }, passedOver: read.passedOver)
  }
}
