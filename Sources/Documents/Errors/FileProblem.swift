/// What can be wrong with a file: the data of a sentence, with what was found and what was expected.
package protocol FileProblem: Hashable, Sendable {
  /// What was found and what to do, without the place.
  var sentence: String { get }
  /// Whether it says nothing of what stands in a file, so that it may be told of any file.
  var tellsNoContent: Bool { get }
}
