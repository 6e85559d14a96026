import Vocabulary

/// The observations of a table that fulfil something, in an order; it takes in those that were run since.
///
/// Each is one number: 32 bits that sort as the order wants it, then its place among the observations.
/// So they are sorted without a comparison of our own, and those that come are merged with those
/// that are there.
struct ObservationSorting: Hashable, Sendable {
  let order: Command.ObservationOrder
  let filter: ObservationFilter?
  private var sorted: [UInt64] = []
  /// How many of the table it has taken in.
  private var taken = 0
  /// Those of the table that have not been run, which stand behind the others.
  private var rest: Range<Int> = 0..<0

  init(_ order: Command.ObservationOrder, where filter: ObservationFilter?) {
    self.order = order
    self.filter = filter
  }

  /// How many there are.
  var count: Int { sorted.count + rest.count }

  /// The observation at a place.
  subscript(place: Int) -> Int {
    place < sorted.count
      ? Int(truncatingIfNeeded: sorted[place] & 0xFFFF_FFFF)
      : rest.lowerBound + place - sorted.count
  }

  /// Where an observation stands; nil where it is not among them.
  func place(of observation: Int) -> Int? {
    if rest.contains(observation) { return sorted.count + observation - rest.lowerBound }
    let low = UInt64(truncatingIfNeeded: observation)
    return sorted.firstIndex { $0 & 0xFFFF_FFFF == low }
  }

  /// Whether the table has run something that it has not taken in.
  func lacks(_ table: ObservationTable) -> Bool {
    table.outputs.count > taken || count == 0 && filter == nil && table.count > 0
  }

  /// Whether it is of another table, of which more had been run.
  func isBeyond(_ table: ObservationTable) -> Bool { taken > table.outputs.count }

  /// Takes in what the table has run since.
  mutating func take(in table: ObservationTable) {
    let known = table.outputs.count
    // What cannot be known yet of the others is no reason to list them.
    rest = filter == nil ? known..<table.count : 0..<0
    guard known > taken else { return }
    var new: [UInt64] = []
    new.reserveCapacity(known - taken)
    for index in taken..<known
    where filter?.holds({ table.value($0, of: index) }) ?? true {
      new.append(UInt64(key(index, in: table)) << 32 | UInt64(index))
    }
    new.sort()
    sorted = Self.merged(sorted, new)
    taken = known
  }

  /// Bits that grow with the order; what is no number comes last.
  private func key(_ index: Int, in table: ObservationTable) -> UInt32 {
    let value: Float
    switch order.column {
    case .number:
      let number = UInt32(truncatingIfNeeded: index)
      return order.isReversed ? .max - number : number
    case .output: value = table.outputs[index]
    case .error: value = table.errors[index]
    }
    guard !value.isNaN else { return .max }
    let bits = value.bitPattern
    // Two's complement turned so that a larger number has larger bits.
    let rising = bits >> 31 == 0 ? bits | 1 << 31 : ~bits
    return order.isReversed ? rising : ~rising
  }

  private static func merged(_ one: [UInt64], _ other: [UInt64]) -> [UInt64] {
    guard let last = one.last, let first = other.first, last > first else { return one + other }
    return [UInt64](unsafeUninitializedCapacity: one.count + other.count) { merged, count in
      count = one.count + other.count
      var (left, right) = (0, 0)
      for place in 0..<count {
        if right == other.count || left < one.count && one[left] < other[right] {
          merged[place] = one[left]
          left += 1
        } else {
          merged[place] = other[right]
          right += 1
        }
      }
    }
  }
}
