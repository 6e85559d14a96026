import Documents

/// A kind of file that something is read from, known by the ending of its name.
struct FileFormat<Content>: Sendable {
  /// What its names end in, in small letters; the first stands in sentences.
  let endings: [String]
  /// Reads a file, which may name those within the reach.
  let read: @Sendable (String, Reach) throws(FileError) -> Content

  /// The one of some formats that a file's name tells; nil where it tells none.
  static func first(of formats: [FileFormat], for file: String) -> FileFormat? {
    let name = file.lowercased()
    return formats.first { $0.endings.contains(where: name.hasSuffix) }
  }

  /// Reads a file in the one of some formats that its name tells; throws with the endings that do.
  static func read(
    _ file: String, in formats: [FileFormat], reach: Reach = .everything
  ) throws(FileError) -> Content {
    guard let format = first(of: formats, for: file) else {
      throw FileError(file, .unknownKind(expected: formats.compactMap(\.endings.first)))
    }
    return try format.read(file, reach)
  }
}
