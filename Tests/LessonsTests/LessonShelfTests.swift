import Documents
import Foundation
import ModelFiles
import Testing

@testable import Lessons

@Suite("LessonShelf")
struct LessonShelfTests {
  /// A shelf over a folder with files of these names; the folder is gone again.
  private func shelf(_ names: [String]) throws -> LessonShelf {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unroll-shelf-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in names { try Data().write(to: URL(filePath: folder + "/" + name)) }
    return LessonShelf(folder: folder)
  }

  private let names = [
    "10-order.yaml", "01-sequence.yaml", "02-unit.yaml", "notes.md", ".02-unit.yaml.swp",
    ".hidden.yaml", "model.yml",
  ]

  private func name(_ file: String) -> String { Lesson.name(ofFile: file) }

  @Test("it holds the .yaml files of a folder by name, and none of a folder that is not there")
  func files() throws {
    #expect(try shelf(names).files.map(name) == ["01-sequence", "02-unit", "10-order"])
    #expect(LessonShelf(folder: "/nowhere/at/all").files.isEmpty)
  }

  @Test(
    "a folder, a pipe or a link to nothing whose name ends in .yaml is no lesson; a link to one is")
  func otherKinds() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unroll-shelf-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(
      atPath: folder + "/01-folder.yaml", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try #require(mkfifo(folder + "/02-pipe.yaml", 0o600) == 0)
    try #require(symlink("nosuch", folder + "/03-nothing.yaml") == 0)
    try Data().write(to: URL(filePath: folder + "/lesson"))
    try #require(symlink("lesson", folder + "/04-link.yaml") == 0)
    #expect(LessonShelf(folder: folder).files.map(name) == ["04-link"])
  }

  @Test(
    "a lesson is found by its number, its name, or the name without the number",
    arguments: [
      ("2", "02-unit"), ("02", "02-unit"), ("10", "10-order"), ("01-sequence", "01-sequence"),
      ("order", "10-order"),
    ])
  func found(asked: String, expected: String) throws {
    #expect(name(try shelf(names).file(asked)) == expected)
  }

  @Test("a path is taken as it is", arguments: ["my/lesson", "lesson.yaml", "./2", "lesson.yml"])
  func paths(path: String) throws {
    #expect(try shelf(names).file(path) == path)
  }

  @Test(
    "a name that is not there gets the nearest one, or all of them",
    arguments: [
      ("02-unti", "02-unti: there is no lesson of this name; did you mean '02-unit'?"),
      ("ordre", "ordre: there is no lesson of this name; did you mean '10-order'?"),
      (
        "7",
        "7: there is no lesson of this name; the lessons are 01-sequence, 02-unit and 10-order"
      ),
    ])
  func missing(asked: String, sentence: String) throws {
    let shelf = try shelf(names)
    let error = #expect(throws: FileError.self) { try shelf.file(asked) }
    #expect(error?.description == sentence)
  }

  @Test("the lesson behind another is the next by name, and there is none behind the last")
  func following() throws {
    let shelf = try shelf(names)
    #expect(shelf.file(after: "01-sequence").map(name) == "02-unit")
    #expect(shelf.file(after: "02-unit").map(name) == "10-order")
    #expect(shelf.file(after: "10-order") == nil)
    #expect(shelf.file(after: "elsewhere") == nil)
  }

  @Test("a lesson's name is its file's, without folder and ending")
  func lessonName() {
    #expect(name("lessons/06-what-leaves.yaml") == "06-what-leaves")
    #expect(name("06.what.yaml") == "06.what")
    #expect(name("06") == "06")
  }
}
