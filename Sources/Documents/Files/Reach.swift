import Foundation

/// Which files are opened because another file names them.
///
/// What the user names on the command line is his own affair. A lesson comes from somebody else: it
/// opens files beside and below it, and the shipped ones; others only where the one who plays it
/// says so; and never a device or a pipe.
package struct Reach: Sendable, Hashable {
  private enum Kind: Hashable {
    case everything
    /// Files wherever they lie.
    case files
    /// Files in these folders, whose links are resolved, and below them.
    case folders([String])
  }

  private let kind: Kind
  /// The folder of the lesson, in which errors may quote what a file holds.
  private let home: String?

  /// Whatever the user names.
  package static let everything = Reach(kind: .everything, home: nil)

  private init(kind: Kind, home: String?) {
    self.kind = kind
    self.home = home
  }

  /// The reach of a lesson in `file`: its folder, that of the shipped lessons, or all `files`.
  package init(ofLesson file: String, lessons: String? = nil, allowsFiles: Bool = false) {
    // What comes through a pipe has no folder.
    home = FileReader.isOpenFile(file) ? nil : Self.resolved(path(".", besides: file))
    kind =
      allowsFiles ? .files : .folders([home, lessons.map(Self.resolved)].compactMap(\.self))
  }

  /// Whether a path lies within.
  package func contains(_ path: String) -> Bool {
    switch kind {
    case .everything, .files: true
    case .folders(let folders): folders.contains { Self.lies(path, below: $0) }
    }
  }

  /// How a lesson calls a file: as seen from its folder where the file lies there or below, otherwise
  /// by its whole path.
  package func name(of file: String) -> String {
    let whole = Self.resolved(file)
    guard let home, Self.lies(file, below: home), whole != home else { return whole }
    return String(whole.dropFirst(home.count).drop { $0 == "/" })
  }

  /// - Throws: why a path is not opened, placed at the path.
  package func check(_ path: String) throws(FileError) {
    if kind == .everything { return }
    guard contains(path) else { throw FileError(path, .outOfReach) }
    var status = stat()
    // What is not there is the reader's to tell.
    guard stat(path, &status) == 0 else { return }
    let isFile = [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    guard isFile, !FileReader.isOpenFile(path) else { throw FileError(path, .onlyFiles) }
  }

  /// What may be told of a fault: of a file outside the lesson's folder where it is, but not what
  /// stands in it.
  package func told(_ error: FileError) -> FileError {
    if kind == .everything || error.problem.tellsNoContent { return error }
    if let home, Self.lies(error.place.file, below: home) { return error }
    return FileError(error.place, .untold)
  }

  private static func lies(_ path: String, below folder: String) -> Bool {
    let place = resolved(path)
    return place == folder || place.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }

  /// A path from the root without links, as far as it is there.
  private static func resolved(_ path: String) -> String {
    var names: [Substring] = []
    var rest = path.hasPrefix("/") ? path[...] : "./" + path[...]
    while true {
      if let buffer = realpath(String(rest), nil) {
        defer { free(buffer) }
        let start = String(cString: buffer)
        // Where nothing is, no name leads back out.
        guard !names.contains("..") else { return "/" }
        return names.isEmpty ? start : start + "/" + names.reversed().joined(separator: "/")
      }
      guard let slash = rest.lastIndex(of: "/") else { return "/" }
      names.append(rest[rest.index(after: slash)...])
      rest = slash == rest.startIndex ? "/" : rest[..<slash]
    }
  }
}
