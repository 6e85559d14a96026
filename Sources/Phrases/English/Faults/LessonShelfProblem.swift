import Lessons

extension LessonShelfProblem: CustomStringConvertible {
  /// What was found and what to do, without the place.
  package var description: String {
    switch self {
    case .noLessonInFolder: "the folder holds no lesson, no .yaml file"
    case .noLesson(let nearest, let known):
      "there is no lesson of this name; \(suggestion(nearest, known, "the lessons are"))"
    }
  }
}
