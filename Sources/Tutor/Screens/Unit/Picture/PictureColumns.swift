import Screen

/// The columns of the unit's picture: what enters at the left, a slot for each gauge, what is made at
/// the right.
struct PictureColumns: Hashable, Sendable {
  /// Where the slots begin, and the column of the arrows' heads.
  let start: Int
  let end: Int
  /// The width of a slot.
  let slot: Int

  init(width: Int, label: Int, slots: Int) {
    let side = max(label, 7)
    start = side + 2
    end = width - side - 4
    slot = max(4, (end - start) / max(1, slots))
  }

  /// The first column of what a gauge says.
  func first(_ gauge: Int) -> Int { start + gauge * slot + 1 }

  /// What a gauge may take.
  var room: Int { slot - 2 }

  /// The column of a gauge's wire.
  func wire(_ gauge: Int) -> Int { first(gauge) + min(4, slot / 2 - 1) }

  /// The column of a node over some gauges, in their middle; of one without any, behind all.
  func node(_ gauges: Range<Int>) -> Int {
    gauges.isEmpty
      ? wire(gauges.lowerBound)
      : (wire(gauges.lowerBound) + wire(gauges.upperBound - 1)) / 2
  }

  /// Where what is made stands.
  var label: Int { end + 2 }
}

/// The columns of the lanes: a label, the bar on both sides of zero, the number, the number before.
struct LaneColumns: Hashable, Sendable {
  let label: Int
  let zero: Int
  /// Columns on each side of zero.
  let side: Int
  let number: Int
  let before: Int

  init(width: Int) {
    label = width >= 76 ? 20 : 15
    before = width - 10
    number = before - 9
    side = (number - 2 - label - 1) / 2
    zero = label + side
  }
}
