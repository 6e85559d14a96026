import Documents
import Engine

/// What goes into one input: rows of features, and where in them observations begin. Windows share
/// their rows, so that as many of them as there are rows take no more memory than the table.
struct InputRows: Hashable, Sendable {
  let features: Int
  /// Rows of an observation.
  private(set) var timesteps: Int
  /// `[rows, features]`.
  var values: [Float]
  /// The row at which each observation begins.
  private(set) var starts: [Int]

  /// A batch, `[observations, timesteps, features]`.
  init(shape: [Int], values: [Float]) {
    features = shape[2]
    timesteps = shape[1]
    self.values = values
    starts = (0..<shape[0]).map { $0 * shape[1] }
  }

  /// Sequences of any length, one behind the other.
  init(features: Int, values: [Float], sequences: [Range<Int>]) {
    self.features = features
    self.values = values
    timesteps = sequences.first?.count ?? 0
    starts = sequences.map(\.lowerBound)
  }

  var rowCount: Int { features == 0 ? 0 : values.count / features }

  /// The sequences from which windows are cut.
  var sequences: [Range<Int>] { starts.map { $0..<$0 + timesteps } }

  /// Cuts windows from sequences of rows, each with so many rows `after` it.
  mutating func cut(_ sequences: [Range<Int>], window: Int, step: Int, after: Int) {
    timesteps = window
    starts = sequences.flatMap { sequence in
      stride(from: sequence.lowerBound, through: sequence.upperBound - window - after, by: step)
    }
  }

  func observation(_ index: Int) -> Observation {
    let start = starts[index] * features
    return Observation(
      timesteps: timesteps, features: features,
      values: Array(values[start..<start + timesteps * features]))
  }

  /// The shape of all observations.
  var shape: [Int] { [starts.count, timesteps, features] }

  /// What the axes of an array are for an input: `[observations, timesteps, features]`; nil where they
  /// can be none.
  ///
  /// Whole numbers for an Embedding have no feature axis, and a series of one feature needs none. A
  /// row that is as wide as a whole observation is one, flattened.
  static func axes(of found: [Int], for input: InputLayer?) -> [Int]? {
    guard !found.contains(0) else { return nil }
    guard let input else {
      return found.count == 3 ? found : found.count == 2 ? [1] + found : nil
    }
    let length = input.timesteps
    let features = input.features
    switch (input.hasTimesteps, input.hasFeatures, found.count) {
    case (_, _, 3): return found
    case (false, _, 1): return [1, 1, found[0]]
    case (false, _, 2): return [found[0], 1, found[1]]
    case (true, false, 1): return [1, found[0], 1]
    case (true, false, 2):
      return found[1] == 1 && length != 1 ? [1, found[0], 1] : found + [1]
    case (true, true, 1):
      if features == 1 { return [1, found[0], 1] }
      return input.size == found[0] ? [1, found[0] / features, features] : nil
    case (true, true, 2):
      if found[1] == features { return [1] + found }
      if let length, length > 1, input.size == found[1] {
        return [found[0], length, features]
      }
      return features == 1 && length == nil ? found + [1] : [1] + found
    default: return nil
    }
  }
}

extension InputLayer {
  /// How many numbers an observation has; nil where it may have any number of timesteps, or none.
  var size: Int? {
    guard hasTimesteps, let timesteps, timesteps > 0, features > 0 else { return nil }
    let (size, overflow) = timesteps.multipliedReportingOverflow(by: features)
    return overflow ? nil : size
  }
}
