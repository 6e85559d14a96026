import Documents
import Engine

/// Weights of which the file says the layers: their names are ours, made of those in the file.
struct LayeredWeights: StoredWeights {
  let file: String
  /// By the names of the layers.
  let tensors: [String: Tensor]
  let layers: NetworkDescription

  var note: PassedOver? { nil }

  /// The tensors under the names of another network of the same layers, one after the other.
  ///
  /// Whoever writes a model of his own beside such a file need not know what its layers are called
  /// here. Throws where they are of other kinds or sizes.
  func tensors(for model: ModelFile, _ plan: NetworkPlan) throws(FileError) -> [String: Tensor] {
    let own = layers.plan().layers.map(\.weightShapes).filter { !$0.isEmpty }
    let theirs = plan.layers.map(\.weightShapes).filter { !$0.isEmpty }
    guard own.map({ $0.map(\.dimensions) }) == theirs.map({ $0.map(\.dimensions) }) else {
      throw FileError(file, .torch(.otherNetwork(modules: layers.layers.map(\.name))))
    }
    var named: [String: Tensor] = [:]
    for (own, theirs) in zip(own.joined(), theirs.joined()) { named[theirs.key] = tensors[own.key] }
    return named
  }
}
