import Engine

extension EngineError {
  /// What is wrong and what to do: `description` and, where there is one, `advice`.
  package var sentence: String {
    advice.map { "\(description); \($0)" } ?? description
  }

  /// A kinder sentence beside Keras's own words: what they mean here and what to do.
  ///
  /// `nil` where `description` already says it.
  package var advice: String? {
    switch self {
    case .rank(let layer, _, let found, let lostBy):
      "\(layer) reads a sequence, but \(found.perObservation) comes in for each observation, because "
        + (lostBy.map {
          "\($0) outputs only its last hidden state: set return_sequences=True on \($0)"
        } ?? "the input has no timestep axis: give it timesteps")
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
      differences.append(
        "reads \(counted(features, "feature")) at each timestep, these numbers have \(width)")
    }
    if expected.rank == 3, let timesteps = expected.dimensions[1], timesteps != found[1] {
      differences.append("reads \(timesteps) timesteps, these numbers have \(found[1])")
    }
    if differences.isEmpty { return "no axis can have a negative length" }
    return "the network " + differences.joined(separator: "; it ")
  }
}
