/// What can be wrong with a file: the data of a sentence, with what was found and what was expected. The
/// sentence itself stands in `Phrases`.
package protocol FileProblem: Hashable, Sendable {
  /// Whether it says nothing of what stands in a file, so that it may be told of any file.
  var tellsNoContent: Bool { get }
}
