import Engine

extension Position {
  /// The next of the sums on the unit screen.
  mutating func turnSum(by distance: Int) {
    let sums = chosenRecurrent?.sums.map(\.name) ?? []
    guard !sums.isEmpty else { return }
    sum = sums[turned(sums.firstIndex(of: sum) ?? 0, by: distance, of: sums.count)]
  }
}
