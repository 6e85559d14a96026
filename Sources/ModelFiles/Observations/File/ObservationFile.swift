import Documents
import Engine
import Wording

/// Observations from a file of the user's own: one `[timesteps, features]`, or a batch of them.
///
/// NaN and infinity are taken as they are: one may be looking for where they go. Refused is an array
/// of another number of axes, or without any number.
package struct ObservationFile: Hashable, Sendable {
  /// The path as it was given.
  package let file: String
  /// `[observations, timesteps, features]`.
  package let tensor: Tensor
  /// The names of the features, where the file has some.
  package let featureNames: [String]?

  /// What is in the file and is passed over, such as a column of dates.
  package let passedOver: [ColumnName]

  /// Reads `file` by its ending, for an input where its numbers are to be those of one: whole numbers,
  /// of which a timestep has one, and rows without timesteps stand in a table as observations.
  package init(contentsOf file: String, for input: InputLayer? = nil) throws(FileError) {
    let read = try FileFormat.read(file, in: FileFormat.inputs)
    let found = read.array.shape
    let shape =
      switch (input?.shape.rank, input?.hasFeatures, found.count) {
      case (2, false, 1): [1, found[0], 1]
      case (2, false, 2): found + [1]
      case (2, true, 1): [1, 1, found[0]]
      case (2, true, 2): [found[0], 1, found[1]]
      case (_, _, 2): [1] + found
      default: found
      }
    guard shape.count == 3, !shape.contains(0) else {
      throw FileError(file, .observationShape(found))
    }
    self.file = file
    tensor = Tensor(shape: shape, values: read.array.values)
    featureNames = read.names
    passedOver = read.passedOver
  }

  /// What was passed over; nil where nothing was.
  var note: PassedOver? {
    passedOver.isEmpty ? nil : PassedOver(file: file, content: .columns(passedOver))
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
    return ObservationFacts(index: index, kind: .file(Cleaning.text(name), count: count))
  }

  func timesteps(of index: Int) -> [TimestepFacts] {
    TimestepFacts.plain(tensor.shape[1])
  }
}

extension ObservationFile: ObservationSeries {
  var observationCount: Int? { count }
  var featureCount: Int { tensor.shape[2] }
  var source: String { file }
  var timesteps: Int { tensor.shape[1] }
}
