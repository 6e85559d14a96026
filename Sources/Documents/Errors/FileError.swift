/// What is wrong with a file, and where.
///
/// Every problem has a place, so place and problem stand apart. Which problems there are is for each
/// target to say: an enum of its own that is a `FileProblem`.
package struct FileError: Error, Sendable {
  /// Where it was found.
  package let place: Place
  /// What was found.
  package let problem: any FileProblem

  /// A problem of any target.
  package init(at place: Place, of problem: any FileProblem) {
    self.place = place
    self.problem = problem
  }

  /// A problem of a document.
  package init(_ place: Place, _ problem: DocumentProblem) {
    self.init(at: place, of: problem)
  }

  /// A problem of a document as a whole.
  package init(_ file: String, _ problem: DocumentProblem) {
    self.init(at: Place(file), of: problem)
  }
}

extension FileError: Hashable {
  package static func == (left: FileError, right: FileError) -> Bool {
    left.place == right.place && AnyHashable(left.problem) == AnyHashable(right.problem)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(place)
    hasher.combine(AnyHashable(problem))
  }
}
