import Documents
import Engine
import HDF5

/// An array in a file of weights, not read yet.
struct KerasArray: Sendable {
  /// Where it stands in the file, with the signs between names as they are there.
  let path: String
  let dataset: Dataset

  var shape: [Int] { dataset.shape }

  /// What is told of it.
  var told: ModelProblem.ArrayShape { ModelProblem.ArrayShape(path: path, shape: shape) }

  /// Its numbers; only asked for once its shape is known to be one that is needed.
  func tensor() throws(FileError) -> Tensor {
    Tensor(shape: shape, values: try dataset.floats())
  }
}
