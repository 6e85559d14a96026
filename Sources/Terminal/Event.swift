import Screen

/// What the terminal reports to the event loop.
package enum Event: Hashable, Sendable {
  case key(Key)
  /// The window has another size; the next frame should have it too.
  case resized(Size)
  case timedOut
  /// The process was stopped and goes on; the last frame is to be painted again.
  case resumed
  case ended(Ending)
}

/// Why the terminal has nothing to say any more.
package enum Ending: Hashable, Sendable {
  case hangUp
  case endOfInput
  case signal(Int32)
}
