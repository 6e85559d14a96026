import Documents
import Engine
import HDF5

/// The weights in a file of Keras's.
struct KerasWeights: StoredWeights {
  let file: String
  let filing: any KerasFiling

  var note: PassedOver? { nil }

  /// The weights below the root of an HDF5 file, filed in the way that is found there.
  init(_ root: Group, of file: String) throws(FileError) {
    self.file = file
    let whole = root.names.contains("model_weights") ? try root.group("model_weights") : root
    if let older = try FilingByName(whole) {
      filing = older
    } else if let newer = try FilingByClass(root) {
      filing = newer
    } else {
      throw FileError(file, .notKeras(present: root.names))
    }
  }

  func tensors(for model: ModelFile, _ plan: NetworkPlan) throws(FileError) -> [String: Tensor] {
    var needed: [String: PlannedLayer] = [:]
    for layer in plan.layers where !layer.weightShapes.isEmpty { needed[layer.layer.name] = layer }
    let layers = model.savedLayers ?? SavedLayer.all(of: model.network)
    let arrays = try filing.arrays(of: layers, needed, file)
    var tensors: [String: Tensor] = [:]
    for layer in plan.layers where !layer.weightShapes.isEmpty {
      let read = try KerasLayerWeights(layer, arrays[layer.layer.name] ?? [], file).tensors()
      tensors.merge(read) { $1 }
    }
    return tensors
  }
}

/// A way in which Keras files the arrays of layers.
protocol KerasFiling: Sendable {
  /// The arrays of each layer that is `needed`, in Keras's order, by the name that the network has for
  /// it; throws for a layer that the file has nothing for.
  func arrays(
    of layers: [SavedLayer], _ needed: [String: PlannedLayer], _ file: String
  ) throws(FileError) -> [String: [KerasArray]]
}
