/// What an update asks of the world around the tutor, which alone may read files or end a program.
package enum Effect: Hashable, Sendable {
  /// Open a model and hand it to `State.open(_:)`. The tutor knows no files.
  case load(model: String)
  /// Keep a text where other programs find it.
  case copy(String)
  /// Leave.
  case quit
}
