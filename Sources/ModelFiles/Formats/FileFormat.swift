import Documents

/// A kind of file that something is read from.
///
/// What a file is the ending of its name says, where its first bytes do not speak against that;
/// otherwise they do.
struct FileFormat<Content>: Sendable {
  /// What its names end in, in small letters.
  let endings: [String]
  /// What the first bytes of a file say about it.
  let sign: @Sendable (FileOpening) -> FileSign
  /// Reads a file, which may name those within the reach.
  let read: @Sendable (String, Reach) throws(FileError) -> Content

  /// Whether a file's name ends as its names do.
  func isNamed(_ file: String) -> Bool {
    let name = file.lowercased()
    return endings.contains(where: name.hasSuffix)
  }

  /// Reads a file in the one of some formats that it is of: the one that its name tells, where its
  /// bytes do not speak against it, otherwise the one that its bytes tell.
  ///
  /// Throws with the endings that are known where neither tells one, and what a file is that is none
  /// of them. Of a pipe nothing is read before: its name alone counts.
  static func read(
    _ file: String, in formats: [FileFormat], reach: Reach = .everything
  ) throws(FileError) -> Content {
    if let foreign = ForeignFile.found(inFolder: file) { throw FileError(file, .foreign(foreign)) }
    if ModelLibrary.isFolder(file) { throw FileError(file, .folder) }
    let opening = try FileOpening(of: file)
    let named = formats.first { $0.isNamed(file) }
    if let opening {
      if let foreign = ForeignFile.found(file, opening) { throw FileError(file, .foreign(foreign)) }
      if let named, named.sign(opening) != .impossible { return try named.read(file, reach) }
      if let known = formats.first(where: { $0.sign(opening) == .certain }) {
        return try known.read(file, reach)
      }
    }
    // A file that is named so and begins otherwise is for its reader to refuse.
    guard let named else {
      throw FileError(file, .unknownKind(expected: formats.flatMap(\.endings)))
    }
    return try named.read(file, reach)
  }
}
