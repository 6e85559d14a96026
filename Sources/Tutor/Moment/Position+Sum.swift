import Engine

extension Position {
  /// The next of the four sums on the unit screen.
  mutating func turnSum(by distance: Int) {
    let now = Ledger.gates.firstIndex(of: sum) ?? 0
    sum = Ledger.gates[turned(now, by: distance, of: Ledger.gates.count)]
  }
}
