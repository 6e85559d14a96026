/// Where a link leads.
enum LinkTarget: Hashable, Sendable {
  /// To the object header at a position.
  case hard(Int)
  /// To a path within the file.
  case soft(String)
  /// To a path in another file.
  case external(file: String, path: String)
  /// To what only the program that made it knows.
  case userDefined
}
