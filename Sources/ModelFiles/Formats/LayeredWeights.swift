import Documents
import Engine

/// Weights of which the file says the layers: their names are ours, made of those in the file.
struct LayeredWeights: StoredWeights {
  /// A layer that has weights, with those by their names within it.
  struct Layer {
    let name: String
    let tensors: [String: Tensor]
  }

  let file: String
  /// In the order of the file.
  let layers: [Layer]

  var note: PassedOver? { nil }

  /// The weights `LAYER/kernel` of a network's layers, in their order.
  init(_ weights: [String: Tensor], of network: NetworkDescription, in file: String) {
    self.file = file
    var byLayer: [Substring: [String: Tensor]] = [:]
    for (key, tensor) in weights {
      let parts = key.split(separator: "/")
      byLayer[parts[0], default: [:]][String(parts[1])] = tensor
    }
    layers = network.layers.compactMap { layer in
      byLayer[layer.name[...]].map { Layer(name: layer.name, tensors: $0) }
    }
  }

  /// The tensors under the names of another network of the same layers, one after the other.
  ///
  /// Whoever writes a model of his own beside such a file need not know what its layers are called
  /// here. Throws where they are of other kinds or sizes.
  func tensors(for model: ModelFile, _ plan: NetworkPlan) throws(FileError) -> [String: Tensor] {
    let needed = plan.layers.map(\.weightShapes).filter { !$0.isEmpty }
    var named: [String: Tensor] = [:]
    for (layer, weights) in zip(layers, needed) {
      let shapes = Dictionary(uniqueKeysWithValues: weights.map { ($0.name, $0.dimensions) })
      guard layer.tensors.mapValues(\.shape) == shapes else { throw otherNetwork }
      for weight in weights { named[weight.key] = layer.tensors[weight.name] }
    }
    guard layers.count == needed.count else { throw otherNetwork }
    return named
  }

  private var otherNetwork: FileError {
    FileError(file, .otherLayers(layers.map(\.name)))
  }
}
