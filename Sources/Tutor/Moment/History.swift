/// The moments before and after the present one.
///
/// Steps along the time axis that follow one another count as one change, so that `undo` after a
/// long walk comes back to where the walk began.
struct History<Moment: Sendable>: Sendable {
  private var past: [Moment] = []
  private var future: [Moment] = []
  private var isWalking = false

  /// Old moments fall off here. A moment shares its arrays with its neighbours.
  static var limit: Int { 200 }

  /// Remembers the moment that a change is about to replace; `isStep` where the change only moves
  /// along the time axis.
  ///
  /// - Returns: whether it was kept; not where the walk that it belongs to has begun before.
  @discardableResult
  mutating func record(_ moment: @autoclosure () -> Moment, isStep: Bool) -> Bool {
    future = []
    defer { isWalking = isStep }
    if isStep, isWalking { return false }
    past.append(moment())
    if past.count > Self.limit { past.removeFirst() }
    return true
  }

  /// Forgets the oldest moments until those that are left hold no more than `most` numbers, counting
  /// for each what the one after it does not hold as well.
  mutating func forget(beyond most: Int, numbers: (_ moment: Moment, _ next: Moment) -> Int) {
    var held = 0
    for place in past.indices.dropLast().reversed() {
      held += numbers(past[place], past[place + 1])
      guard held <= most else { return past.removeSubrange(...place) }
    }
  }

  /// The moment before `present`, nil at the beginning.
  mutating func undo(from present: Moment) -> Moment? {
    guard let moment = past.popLast() else { return nil }
    future.append(present)
    isWalking = false
    return moment
  }

  /// The moment that `undo` left, nil where nothing was undone.
  mutating func redo(from present: Moment) -> Moment? {
    guard let moment = future.popLast() else { return nil }
    past.append(present)
    isWalking = false
    return moment
  }
}
