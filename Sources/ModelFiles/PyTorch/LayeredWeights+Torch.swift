import Documents
import Engine

extension LayeredWeights {
  /// The weights of a file of PyTorch's.
  static func torch(_ file: String, _ reach: Reach) throws(FileError) -> any StoredWeights {
    let bytes = try FileBytes.read(file, limit: TorchFile.mostBytes).bytes
    let state = try TorchState(try TorchFile(bytes[...], named: file))
    return LayeredWeights(try TorchNetwork(state, file: file), in: file)
  }

  init(_ network: TorchNetwork, in file: String) {
    self.init(file: file, tensors: network.weights, layers: network.description)
  }
}
