import Documents

/// Everything that can be wrong with a pickle, or that is not read of it.
package enum PickleProblem: Error, FileProblem {
  case cutShort(size: Int)
  case damaged(at: Int)
  /// A byte that is no instruction, or one that reaches beyond the pickle.
  case instruction(UInt8, at: Int)
  case version(Int)
  case tooManySteps(limit: Int)

  package var tellsNoContent: Bool { false }
}
