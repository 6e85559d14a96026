import Foundation
import Lessons
import ModelFiles

@testable import LessonPlayer
@testable import Tutor

/// The shipped lessons.
enum Course {
  static let files = LessonShelf(folder: Models.root.appending(path: "lessons").path).files

  static func lessons() throws -> [Lesson] { try files.map { try LessonReader.read($0) } }

  static func model(of lesson: Lesson) throws -> LoadedModel {
    switch lesson.model {
    case .named(let name): try Models.load(shipped: name)
    case .own(let value): try Models.library.load(try ModelFile(value, of: lesson.file))
    }
  }

  /// A tutor at the first step of a lesson.
  static func open(_ lesson: Lesson) throws -> State {
    let model = try model(of: lesson)
    var state = try State(model, observation: lesson.observation, kernels: .portable)
    state.open(lesson, on: model)
    return state
  }
}
