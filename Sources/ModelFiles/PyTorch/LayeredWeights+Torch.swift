import Documents
import Engine

extension LayeredWeights {
  /// The weights of a file of PyTorch's.
  static func torch(_ file: String, _ reach: Reach) throws(FileError) -> any StoredWeights {
    let bytes = try FileBytes.read(file, limit: TorchFile.mostBytes).bytes
    return try LayeredWeights(TorchState(TorchFile(bytes[...], named: file)), in: file)
  }

  /// The weights of a state dict in the order of its modules: what they are put together to, the model
  /// says that they are for.
  init(_ state: TorchState, in file: String) throws(FileError) {
    let network = try TorchNetwork(state, file: file, isChain: false)
    self.init(network.weights, of: network.description, in: file)
  }
}
