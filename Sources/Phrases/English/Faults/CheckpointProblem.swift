import Learning
import Wording

extension CheckpointProblem: CustomStringConvertible {
  /// What was found and what to do, without the place.
  package var description: String {
    switch self {
    case .noCheckpoint:
      "this holds tensors and no run; name a file that unroll train --checkpoint wrote"
    case .form(let form):
      "it is a checkpoint of form '\(excerpt(form))', and 'unroll 1' is known here; go on with the "
        + "version of Unroll that wrote it"
    case .unreadable: "what it says of the run cannot be read: the file is damaged"
    case .tensor(let name):
      "'\(excerpt(name))' is missing or has another shape than the network's weight: the file is "
        + "damaged"
    case .otherExamples(let input):
      "the examples are not those that this run began with; "
        + (input.map { "put '\(excerpt($0))' back as it was, or begin anew" } ?? "begin anew")
    case .noTask(let kind):
      "'\(kind.rawValue)' does not give the examples that this run began with; begin anew"
    case .outOfRange(let name):
      "'\(name)' is a number that no run has: the file is damaged"
    }
  }
}
