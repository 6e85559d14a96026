import Documents
import Wording

/// Why a lesson that is named is not found.
package enum LessonShelfProblem: FileProblem {
  case noLessonInFolder
  case noLesson(nearest: String?, known: [String])

  package var tellsNoContent: Bool { false }

  package var sentence: String {
    switch self {
    case .noLessonInFolder: "the folder holds no lesson, no .yaml file"
    case .noLesson(let nearest, let known):
      "there is no lesson of this name; \(suggestion(nearest, known, "the lessons are"))"
    }
  }
}

extension FileError {
  /// A problem of a lesson's name or folder, in place of a file.
  package init(_ name: String, _ problem: LessonShelfProblem) {
    self.init(at: Place(name), of: problem)
  }
}
