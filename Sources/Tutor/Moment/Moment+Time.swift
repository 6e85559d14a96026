import Engine
import Insight
import Phrases
import Vocabulary

extension Moment {
  /// Where one is along time.
  var timeline: Timeline { Timeline(count: example.observation.timesteps, at: position.timestep) }

  /// The timestep of a place, which may lie beyond the ends; −1 is before the first.
  ///
  /// - Throws: where there is no such day, or nothing by which the answer could be seen to move.
  func timestep(at place: Command.Place) throws(Refusal) -> Int {
    switch place {
    case .at(let timestep): return timestep
    case .by(let distance):
      return moved(position.timestep ?? -1, by: distance, within: Int.min...Int.max)
    case .start: return -1
    case .first: return 0
    case .last: return example.observation.timesteps - 1
    case .change(let choice): return try timestep(ofChange: choice)
    case .day(let day):
      guard let timestep = example.timesteps.firstIndex(where: { $0.day == day }) else {
        throw .noSuchDay(
          day, first: example.timesteps.first?.day, last: example.timesteps.last?.day)
      }
      return timestep
    }
  }

  /// The timesteps at which the answer so far moves, the largest step first.
  var answerChanges: [Int] { answerMoves.value }

  private func timestep(ofChange choice: Command.Choice<Int>) throws(Refusal) -> Int {
    let places = answerChanges
    guard !places.isEmpty else { throw .noChange(hasAnswers: answers != nil) }
    switch choice {
    case .named(let place):
      guard places.indices.contains(place) else {
        throw .noSuchChange(place, count: places.count)
      }
      return places[place]
    case .by(let distance):
      // From a timestep at which nothing moves on to the first of them.
      let now = position.timestep.flatMap { places.firstIndex(of: $0) }
      return places[
        now.map { turned($0, by: distance, of: places.count) }
          ?? moved(-1, by: distance, within: 0...places.count - 1)]
    }
  }

  /// The moment so many timesteps on; the ends are before the first timestep and the last.
  func stepped(by distance: Int) -> Moment { at(timeline.moved(by: distance).current) }

  /// The moment at a timestep, or at the one nearest to it; nil is before the first.
  func at(_ timestep: Int?) -> Moment {
    var next = self
    next.position.timestep = Timeline(count: timeline.count, at: timestep).current
    next.position.lit = nil
    return next
  }
}

/// A number moved within bounds; a distance that no number can hold ends at the bound.
package func moved(_ number: Int, by distance: Int, within bounds: ClosedRange<Int>) -> Int {
  let (sum, overflow) = number.addingReportingOverflow(distance)
  let reached = overflow ? (distance < 0 ? Int.min : Int.max) : sum
  return min(max(bounds.lowerBound, reached), bounds.upperBound)
}

/// A number moved around a ring of `count` places.
func turned(_ number: Int, by distance: Int, of count: Int) -> Int {
  count > 0 ? ((number + distance % count) % count + count) % count : 0
}
