import Vocabulary

/// Places that are kept under a name, and comparisons at which playing stops.
struct Marks: Hashable, Sendable {
  var bookmarks: [String: Bookmark] = [:]
  var breakpoints: [Command.Breakpoint] = []

  /// A place in a model.
  struct Bookmark: Hashable, Sendable {
    var model: String
    var position: Position
  }
}
