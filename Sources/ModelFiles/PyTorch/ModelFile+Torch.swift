import Documents
import Engine
import Wording

extension ModelFile {
  /// Reads a file of PyTorch's: a state dict, a checkpoint or a whole module.
  static func torch(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    try torch(FileBytes.read(file, limit: TorchFile.mostBytes).bytes[...], named: file)
  }

  /// The same of the bytes of a file.
  static func torch(
    _ bytes: ArraySlice<UInt8>, named file: String
  ) throws(FileError) -> ModelFile {
    let torch = try TorchFile(bytes, named: file)
    let network = try TorchNetwork(try TorchState(torch), file: file)
    return ModelFile(network, strangers: torch.strangers, in: file)
  }

  /// Reads weights by PyTorch's names in a safetensors file.
  static func safetensors(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    let read = try Safetensors(contentsOf: file, limit: NetworkPlan.mostWeights)
    guard let state = TorchState(read) else { throw FileError(file, .torch(.ownNames)) }
    return ModelFile(try TorchNetwork(state, file: file), strangers: [], in: file)
  }

  private init(_ network: TorchNetwork, strangers: [String], in file: String) {
    self.init(network.description, in: file)
    framework = .torch
    weights = file
    if !network.assumptions.isEmpty {
      notes.append(PassedOver(file: file, content: .assumed(network.assumptions)))
    }
    if !strangers.isEmpty { notes.append(PassedOver(file: file, content: .names(strangers))) }
  }
}

extension TorchFile {
  /// Names in its pickle that mean nothing here.
  fileprivate var strangers: [String] { pickle.strangers.map { excerpt($0.dotted) } }
}
