import Documents

/// Why a run cannot go on from a file.
package enum CheckpointProblem: Error, FileProblem {
  /// A file of tensors that is no checkpoint.
  case noCheckpoint
  /// One in a form that is not known here.
  case form(String)
  /// What it says of the run is not what this program writes.
  case unreadable
  /// A tensor that is missing, or has another shape than the network's weight.
  case tensor(String)
  /// The examples are not those that the run began with; the file they come from, where they do.
  case otherExamples(input: String?)
  /// The task does not give what the run began with.
  case noTask(TaskKind)
  /// A number that is outside of what a run can have, by its name.
  case outOfRange(String)

  package var tellsNoContent: Bool { false }
}
