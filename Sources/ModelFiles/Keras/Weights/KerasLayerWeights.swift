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
      guard array.shape == weight.dimensions || isOlderKernel(array.shape, weight) else {
        throw FileError(file, .kerasArray(weight, found: array.told))
      }
      tensors[weight.key] = Tensor(
        shape: weight.dimensions, values: try array.tensor().values)
    }
    return tensors
  }

  /// Whether the kernel of a convolution is that of Keras 1, which wrote one over two axes, the second of
  /// length one.
  private func isOlderKernel(_ shape: [Int], _ weight: WeightShape) -> Bool {
    let needed = weight.dimensions
    return planned.layer.settings is Conv1D && needed.count == 3
      && shape == [needed[0], 1, needed[1], needed[2]]
  }
}
