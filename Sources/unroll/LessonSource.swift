import Foundation
import Lessons
import ModelFiles
import Tutor

/// Lessons with the models that they are about.
struct LessonSource {
  let library: ModelLibrary

  func shelf() throws -> LessonShelf { LessonShelf(folder: try library.lessons()) }

  /// Reads a lesson by number, name or path, and its model.
  func load(_ name: String) throws -> (lesson: Lesson, model: LoadedModel) {
    // A path needs no shelf, and so no lessons folder.
    let file = name.contains("/") || name.hasSuffix(".yaml") ? name : try shelf().file(name)
    let lesson = try LessonReader.read(file)
    return (lesson, try model(of: lesson))
  }

  func model(of lesson: Lesson) throws -> LoadedModel {
    switch lesson.model {
    case .named(let name): try library.load(name)
    case .own(let file): try library.load(file)
    }
  }

  /// The lessons of a folder; nil where the path is none.
  ///
  /// - Throws: a sentence where the folder holds no lesson.
  static func files(inFolder path: String) throws -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return nil }
    let files = LessonShelf(folder: path).files
    guard !files.isEmpty else {
      throw Failure("\(path): the folder holds no lesson, no .yaml file")
    }
    return files
  }

  /// The list of lessons with what is kept of each.
  func list(_ progress: LessonProgress) throws -> LessonList {
    let records = progress.read()
    return LessonList(
      try shelf().files.map { file in
        let name = Lesson.name(ofFile: file)
        do {
          return LessonEntry(try LessonReader.read(file), record: records[name])
        } catch {
          return LessonEntry(
            name: name, title: name, fault: (error as? LessonFaults)?.faults.first?.description)
        }
      })
  }
}
