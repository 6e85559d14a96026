/// A place in an observation while it is read: before its first timestep, where nothing has been read, or
/// at the timestep read last.
///
///     var time = Timeline(count: 50)      // nothing has been read
///     time = time.moved(by: 13)
///     time.current                        // 12
///     time.hasRead(13)                    // false
package struct Timeline: Hashable, Sendable {
  /// How many timesteps there are, at least 1.
  package let count: Int

  /// The timestep that has been read last; nil before the first.
  package let current: Int?

  /// A place in an observation of `count` timesteps; a timestep that there is not becomes the nearest.
  package init(count: Int, at timestep: Int? = nil) {
    precondition(count > 0, "an observation has a timestep")
    self.count = count
    current = timestep.map { min(max(0, $0), count - 1) }
  }

  /// The last timestep.
  package var last: Int { count - 1 }

  /// The timesteps that have been read.
  package var read: Range<Int> { 0..<(current.map { $0 + 1 } ?? 0) }

  /// Whether nothing has been read.
  package var isAtStart: Bool { current == nil }

  /// Whether every timestep has been read.
  package var isAtEnd: Bool { current == last }

  /// Whether a timestep has been read; never one that there is not.
  package func hasRead(_ timestep: Int) -> Bool { read.contains(timestep) }

  /// The place so many timesteps on, back where `distance` is negative; before the first and the last
  /// one are the ends.
  package func moved(by distance: Int) -> Timeline {
    let (sum, overflow) = (current ?? -1).addingReportingOverflow(distance)
    let wanted = overflow ? (distance < 0 ? -1 : last) : sum
    return Timeline(count: count, at: wanted < 0 ? nil : wanted)
  }

  /// The timestep that a layer reads here which reads the last one first, or the other way round.
  package func mirrored(_ timestep: Int) -> Int { last - timestep }
}
