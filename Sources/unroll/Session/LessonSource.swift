import Documents
import Foundation
import LessonPlayer
import Lessons
import ModelFiles
import Tutor

/// Lessons with the models that they are about.
struct LessonSource {
  let library: ModelLibrary
  /// Whether a lesson may open files outside its folder.
  var allowsFiles = false

  /// Which files the lesson in `file` may open.
  func reach(ofLesson file: String) -> Reach {
    Reach(ofLesson: file, lessons: try? library.lessons(), allowsFiles: allowsFiles)
  }

  func shelf() throws -> LessonShelf { LessonShelf(folder: try library.lessons()) }

  /// Under what a lesson's progress is kept: one that stands on the shelf under its name, whatever
  /// path led to it, any other under its whole path, since it may have the name of one that does.
  func key(of lesson: Lesson) -> String {
    let file = URL(filePath: lesson.file).standardizedFileURL
    guard isOnShelf(lesson) else { return file.path(percentEncoded: false) }
    return lesson.name
  }

  /// Whether a lesson is one of those that the number and the name of a lesson mean.
  func isOnShelf(_ lesson: Lesson) -> Bool {
    guard let folder = try? library.lessons(), lesson.file.hasSuffix(".yaml") else { return false }
    let own = URL(filePath: lesson.file).deletingLastPathComponent()
    let shelf = URL(filePath: folder, directoryHint: .isDirectory)
    return own.resolvingSymlinksInPath().path == shelf.resolvingSymlinksInPath().path
  }

  /// Reads a lesson by number, name or path, and its model.
  func load(_ name: String) throws -> (lesson: Lesson, model: LoadedModel) {
    let file = try file(name)
    let lesson = try LessonReader.read(
      file, reach: reach(ofLesson: file), checksModel: ModelFile.check)
    return (lesson, try model(of: lesson))
  }

  /// The file of a lesson that is given by number, name or path.
  ///
  /// - Throws: a sentence with the nearest name where there is no such lesson.
  private func file(_ name: String) throws -> String {
    // A path needs no shelf, and so no lessons folder.
    if name.contains("/") || name.hasSuffix(".yaml") { return name }
    do { return try shelf().file(name) } catch {
      guard FileManager.default.fileExists(atPath: name) else { throw error }
      return name
    }
  }

  /// The files that a number, a name or a path stands for: one, or those of a folder.
  ///
  /// - Throws: a sentence where there is no such lesson, or the folder holds none.
  func files(_ name: String) throws -> [String] {
    try files(inFolder: name) ?? [try file(name)]
  }

  func model(of lesson: Lesson) throws(FileError) -> LoadedModel {
    let reach = reach(ofLesson: lesson.file)
    do {
      switch lesson.model {
      case .named(let name):
        return try library.load(name, lesson: lesson.file, reach: reach)
      case .own(let value): return try library.load(try ModelFile(value, of: lesson.file))
      }
    } catch { throw reach.told(error) }
  }

  /// The lessons of a folder; nil where the path is none.
  ///
  /// - Throws: a sentence where the folder holds no lesson.
  func files(inFolder path: String) throws(FileError) -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return nil }
    let files = LessonShelf(folder: path).files
    guard !files.isEmpty else { throw FileError(path, .noLessonInFolder) }
    // A link that leads out of the folder is not what was named.
    for file in files { try reach(ofLesson: file).check(file) }
    return files
  }

  /// The list of lessons with what is kept of each.
  func list(_ records: [String: LessonRecord]) throws -> LessonList {
    LessonList(
      try shelf().files.map { file in
        let name = Lesson.name(ofFile: file)
        do {
          let lesson = try LessonReader.read(
            file, reach: reach(ofLesson: file), checksModel: ModelFile.check)
          return LessonEntry(lesson, record: records[name])
        } catch {
          return LessonEntry(
            name: name, title: name, fault: (error as? LessonFaults)?.faults.first?.description)
        }
      })
  }
}
