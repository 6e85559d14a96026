import Vocabulary

/// What an update asks of the world around the tutor, which alone may read files or end a program.
package enum Effect: Hashable, Sendable {
  /// Open a model and hand it to `State.open(_:)`. The tutor knows no files.
  case load(model: String)
  /// Open a lesson by its number, name or path and hand it to `State.open(_:on:resuming:)`.
  case loadLesson(String)
  /// Open the lesson behind one.
  case loadNextLesson(after: String)
  /// Read the list of lessons and hand it to `State.show(_:)`.
  case listLessons
  /// Keep a text where other programs find it.
  case copy(String)
  /// Write the screen into files.
  case write
  /// Carry these commands out when everything before is done, unless it was refused.
  case goOn([Command])
  /// Leave.
  case quit
}
