import Documents

/// Why a lesson that is named is not found.
package enum LessonShelfProblem: FileProblem {
  case noLessonInFolder
  case noLesson(nearest: String?, known: [String])

  package var tellsNoContent: Bool { false }
}

extension FileError {
  /// A problem of a lesson's name or folder, in place of a file.
  package init(_ name: String, _ problem: LessonShelfProblem) {
    self.init(at: Place(name), of: problem)
  }
}
