extension EngineError {
  /// A kinder sentence beside Keras's own words: what they mean here and what to do.
  ///
  /// `nil` where `description` already says it.
  package var advice: String? {
    switch self {
    case .rank(let layer, _, let found, let previous):
      "\(layer) reads a sequence, but \(previous) hands on \(found.perObservation) for each "
        + "observation, which has no timestep axis: if \(previous) is a recurrent layer set its "
        + "return_sequences to True, if it is the input give it timesteps"
    case .inputShape(_, let expected, let found):
      Self.inputAdvice(expected, found)
    case .weightShape(let name, let expected, let found) where found == expected.reversed():
      "the rows and columns of \(name) are the other way round, as PyTorch stores them: "
        + "transpose it"
    default:
      nil
    }
  }

  private static func inputAdvice(_ expected: Shape, _ found: [Int]) -> String {
    if found.count + 1 == expected.rank {
      return "one axis is missing: a single observation is a batch of one, "
        + "\(Shape([1] + found))"
    }
    if found.count != expected.rank {
      return "the network reads \(expected.rank) axes, these numbers have \(found.count)"
    }
    var differences: [String] = []
    if let features = expected.features, let width = found.last, width != features {
      differences.append("reads \(features) features at each timestep, these numbers have \(width)")
    }
    if expected.rank == 3, let timesteps = expected.dimensions[1], timesteps != found[1] {
      differences.append("reads \(timesteps) timesteps, these numbers have \(found[1])")
    }
    return "the network " + differences.joined(separator: "; it ")
  }
}
