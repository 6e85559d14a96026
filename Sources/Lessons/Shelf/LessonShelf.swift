import Documents
import Foundation
import Wording

/// The lessons of a folder, in the order of their names.
package struct LessonShelf: Sendable {
  /// The paths of the files.
  package let files: [String]

  /// The lessons in `folder`: its files, and links to files, that end in .yaml.
  package init(folder: String) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let path = folder.hasSuffix("/") ? folder : folder + "/"
    files = names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .map { path + $0 }.filter(Self.isFile)
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The file of a lesson that is named by its number, its name or a part of it, or its path.
  ///
  /// - Throws: `FileError` with the nearest name.
  package func file(_ name: String) throws(FileError) -> String {
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
    let names = files.map { Lesson.name(ofFile: $0) }
    if let number = Int(name) {
      let found = names.firstIndex { Int($0.prefix { $0.isNumber }) == number }
      if let found { return files[found] }
    }
    if let found = names.firstIndex(of: name) { return files[found] }
    let endings = names.map { String($0.drop { $0.isNumber || $0 == "-" }) }
    let ending = names.indices.filter { endings[$0] == name }
    if ending.count == 1 { return files[ending[0]] }
    // The number in front is left out more easily than it is mistaken.
    let near =
      nearest(to: name, in: names)
      ?? nearest(to: name, in: endings).flatMap { endings.firstIndex(of: $0) }.map { names[$0] }
    throw FileError(excerpt(name), .noLesson(nearest: near, known: names))
  }

  /// The file behind the one of a lesson; nil behind the last.
  package func file(after name: String) -> String? {
    guard let index = files.firstIndex(where: { Lesson.name(ofFile: $0) == name }),
      index + 1 < files.count
    else { return nil }
    return files[index + 1]
  }
}
