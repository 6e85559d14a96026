import Engine
import Screen

/// What can be pointed at.
extension UnitScreen {
  /// Sums and gates, and the column that each gate has over both.
  mutating func nameSums(_ rows: Range<Int>) {
    let sum = rows.lowerBound + (layout.showsRule ? 1 : 0)
    frame.name("sums", rows: rows.lowerBound..<sum + 1)
    frame.name("gates", rows: sum + 1..<rows.upperBound)
    for (gate, column) in zip(Ledger.gates, columns.products) {
      frame.name(
        gate.address(in: settings.name),
        Rect(column: column, row: sum, width: columns.figure, height: rows.upperBound - sum))
    }
  }

  /// The two products of the cell state, the one of the hidden state, and what leaves.
  mutating func nameStates(_ first: Int) {
    let cell = first..<first + 2
    frame.name("cell", rows: cell)
    frame.name(LSTMQuantity.cellState.address(in: settings.name), rows: cell)
    frame.name("hidden", row: first + 2)
    frame.name(LSTMQuantity.hiddenState.address(in: settings.name), row: first + 2)
    frame.name("leaves", row: first + 3)
  }
}
