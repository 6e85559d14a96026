/// What moves by itself through the timesteps, or through the cells of the schedule.
package struct Motion: Hashable, Sendable {
  package internal(set) var isPlaying = false
  /// Timesteps a second.
  package internal(set) var speed = 4
  /// Where it stops, and the milliseconds between two steps; nil for the usual.
  package internal(set) var target: Int?
  var interval: Int?

  /// Milliseconds from one step to the next.
  package var milliseconds: Int { interval ?? 1000 / speed }

  /// Forgets where it was to stop.
  package mutating func forgetTarget() {
    target = nil
    interval = nil
  }

  package mutating func stop() { isPlaying = false }
}
