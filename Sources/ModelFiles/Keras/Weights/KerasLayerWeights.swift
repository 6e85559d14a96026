import Documents
import Engine
import Wording

/// The arrays that a file has for one layer, as what the layer needs.
struct KerasLayerWeights {
  private let planned: PlannedLayer
  private let arrays: [KerasArray]
  private let file: String

  init(_ planned: PlannedLayer, _ arrays: [KerasArray], _ file: String) {
    self.planned = planned
    self.arrays = arrays
    self.file = file
  }

  /// The weights by their names; throws where there are more or fewer arrays, or other shapes.
  func tensors() throws(FileError) -> [String: Tensor] {
    let needed = planned.weightShapes
    if let older = KerasOneWeights(needed, arrays) { return try older.tensors() }
    guard needed.count == arrays.count else {
      throw FileError(
        file,
        .kerasArrays(
          layer: excerpt(planned.layer.name), needed: needed, found: arrays.map(\.told)))
    }
    if let cuDNN = CuDNNWeights(needed, arrays) { return try cuDNN.tensors() }
    var tensors: [String: Tensor] = [:]
    for (weight, array) in zip(needed, arrays) {
      guard array.shape == weight.dimensions else {
        throw FileError(file, .kerasArray(weight, found: array.told))
      }
      tensors[weight.key] = try array.tensor()
    }
    return tensors
  }
}
