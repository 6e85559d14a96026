/// A place in an observation while it is read: before its first timestep, at one, or after its last.
///
///     var time = Timeline(count: 50)      // nothing has been read
///     time.place = .at(12)
///     time.hasRead(12)                    // true
///     time.hasRead(13)                    // false
///
/// It replaces a number that counts from −1, of which every reader had to know that −1 is no timestep.
package struct Timeline: Hashable, Sendable {
  /// Where one can be.
  package enum Place: Hashable, Sendable {
    /// Nothing has been read: states are initial states, and there are no gates.
    case before
    /// This timestep, from 0, has been read last.
    case at(Int)
    /// All timesteps have been read, and what is behind the last one is looked at.
    case after
  }

  /// How many timesteps there are, at least 1.
  package let count: Int

  /// Where one is; a timestep that there is not becomes the one that is nearest.
  package var place: Place {
    didSet { place = Self.within(count, place) }
  }

  /// A place in an observation of `count` timesteps.
  package init(count: Int, at place: Place = .before) {
    precondition(count > 0, "an observation has a timestep")
    self.count = count
    self.place = Self.within(count, place)
  }

  /// The place that a number means which counts from −1, before the first timestep.
  package init(count: Int, timestep: Int) {
    self.init(count: count, at: timestep < 0 ? .before : .at(timestep))
  }

  /// The last timestep.
  package var last: Int { count - 1 }

  /// The timestep that has been read last; nil before the first.
  package var current: Int? {
    switch place {
    case .before: nil
    case .at(let timestep): timestep
    case .after: last
    }
  }

  /// The timesteps that have been read.
  package var read: Range<Int> { 0..<(current.map { $0 + 1 } ?? 0) }

  /// Whether nothing has been read.
  package var isAtStart: Bool { place == .before }

  /// Whether every timestep has been read.
  package var isAtEnd: Bool { current == last }

  /// Whether a timestep has been read; never one that there is not.
  package func hasRead(_ timestep: Int) -> Bool { read.contains(timestep) }

  /// Whether there is such a timestep.
  package func contains(_ timestep: Int) -> Bool { (0..<count).contains(timestep) }

  /// The place so many timesteps on, back where `distance` is negative; before the first and the last
  /// one are the ends.
  package func moved(by distance: Int) -> Timeline {
    let (sum, overflow) = (current ?? -1).addingReportingOverflow(distance)
    return Timeline(count: count, timestep: overflow ? (distance < 0 ? -1 : last) : sum)
  }

  /// The timestep that a layer reads here which reads the last one first, or the other way round.
  package func mirrored(_ timestep: Int) -> Int { last - timestep }

  private static func within(_ count: Int, _ place: Place) -> Place {
    guard case .at(let timestep) = place else { return place }
    return .at(min(max(0, timestep), count - 1))
  }
}
