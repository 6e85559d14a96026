import Engine
import Wording

/// Observations from a file of the user's own: one `[timesteps, features]`, or a batch of them.
///
/// `.npy`, the tensor `input` of a safetensors file, or `.csv` with one observation, a row a
/// timestep, with or without a first row of feature names. NaN and infinity are taken as they are:
/// one may be looking for where they go.
package struct ObservationFile: Hashable, Sendable {
  /// The path as it was given.
  package let file: String
  /// `[observations, timesteps, features]`.
  package let tensor: Tensor
  /// The names in a csv file's first row.
  package let featureNames: [String]?

  /// Reads `file` by its ending.
  package init(contentsOf file: String) throws(ModelFileError) {
    self.file = file
    let name = file.lowercased()
    if name.hasSuffix(".csv") {
      (tensor, featureNames) = try Self.readCSV(file)
      return
    }
    featureNames = nil
    let read: Tensor
    if name.hasSuffix(".npy") {
      read = try NumPyFile.read(file)
    } else if name.hasSuffix(".safetensors") {
      read = try Safetensors(contentsOf: file, limit: NetworkPlan.mostObserved)
        .tensor("input", in: file)
    } else {
      throw ModelFileError(file, .unknownKind(expected: [".npy", ".csv", ".safetensors"]))
    }
    let shape = read.shape.count == 2 ? [1] + read.shape : read.shape
    guard shape.count == 3, !shape.contains(0) else {
      throw ModelFileError(file, .observationShape(read.shape))
    }
    tensor = Tensor(shape: shape, values: read.values)
  }

  private static func readCSV(
    _ file: String
  ) throws(ModelFileError) -> (Tensor, names: [String]?) {
    var table = try CSVTable(contentsOf: file)
    // A first row without any number is one of names; with some, a number in it is mistyped.
    var names: [String]?
    if table.cells.allSatisfy({ table.number($0) == nil }) {
      names = []
      for cell in table.cells {
        names?.append(try checkedName(table.text(cell), at: table.place(cell)))
      }
      guard try table.nextRow() else { throw ModelFileError(file, .noRows) }
    }
    let columns = table.cells.count
    var values: [Float] = []
    repeat {
      for (column, cell) in table.cells.enumerated() {
        guard let number = table.number(cell) else {
          throw ModelFileError(
            table.place(cell),
            .notANumber(excerpt(table.text(cell)), column: names.map { excerpt($0[column]) }))
        }
        values.append(Float(number))
      }
    } while try table.nextRow()
    return (Tensor(shape: [1, values.count / columns, columns], values: values), names)
  }

  /// How many observations the file holds.
  package var count: Int { tensor.shape[0] }

  func observation(_ index: Int) -> Observation {
    let (timesteps, features) = (tensor.shape[1], tensor.shape[2])
    let size = timesteps * features
    return Observation(
      timesteps: timesteps, features: features,
      values: Array(tensor.values[index * size..<(index + 1) * size]))
  }

  func facts(_ index: Int) -> ObservationFacts {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return ObservationFacts(
      name: "observation \(index)", span: "of \(count) in \(Cleaning.text(name))")
  }

  func timesteps(of index: Int) -> [TimestepFacts] {
    TimestepFacts.plain(tensor.shape[1])
  }
}
