/// The steps of a sum that stand in so many rows: the bias, then the terms from the largest on, and what
/// is left in one row. A term further on is reached by gathering those before it as well.
package struct DenseSteps: Sendable {
  /// One step.
  package enum Row: Hashable, Sendable {
    case bias
    /// So many of the largest terms, as one step.
    case larger(Int)
    /// A term by its place among what is read.
    case term(Int)
    /// So many of the smallest as one step, some of which may add nothing.
    case smaller(Int, zeros: Int)
    /// So many that add nothing.
    case zeros(Int)
  }

  /// The rows from top to bottom.
  package let rows: [Row]
  /// What each adds, in full precision.
  package let exact: [Double]
  /// What each prints in thousandths, so that all together make the printed sum; nil where numbers are
  /// not finite.
  package let printed: PrintedSum?
  /// Which numbers are printed.
  package let sum: DenseSum

  /// The steps of a sum in at most so many rows, among them that of a chosen term.
  package init(_ sum: DenseSum, chosen: Int?, rows count: Int) {
    self.sum = sum
    let room = max(3, count - (sum.bias == nil ? 0 : 1))
    let window = Self.window(sum, chosen, room)
    var rows: [Row] = sum.bias == nil ? [] : [.bias]
    if window.lowerBound > 0 { rows.append(.larger(window.lowerBound)) }
    rows += sum.order[window].map(Row.term)
    let adding = sum.order.count - sum.zeros
    let rest = max(0, adding - window.upperBound)
    let zeros = sum.order.count - max(adding, window.upperBound)
    if rest > 0 {
      rows.append(.smaller(rest + zeros, zeros: zeros))
    } else if zeros > 0 {
      rows.append(.zeros(zeros))
    }
    self.rows = rows
    func product(_ places: ArraySlice<Int>) -> Double {
      places.reduce(0) { $0 + sum.terms[$1].product }
    }
    exact = rows.map { row in
      switch row {
      case .bias: sum.bias ?? 0
      case .larger(let count): product(sum.order[..<count])
      case .term(let place): sum.terms[place].product
      case .smaller: product(sum.order[window.upperBound...])
      case .zeros: 0
      }
    }
    let carrier = rows.firstIndex { if case .smaller = $0 { true } else { false } }
    printed = PrintedSum(exact, total: sum.total, carrier: carrier)
  }

  /// The rows that show every term which adds something.
  package static func most(_ sum: DenseSum) -> Int {
    (sum.bias == nil ? 0 : 1) + sum.order.count - sum.zeros + (sum.zeros > 0 ? 1 : 0)
  }

  /// Which terms stand by themselves, by their place in the order.
  private static func window(_ sum: DenseSum, _ chosen: Int?, _ room: Int) -> Range<Int> {
    let count = sum.order.count
    let adding = count - sum.zeros
    let rank = chosen.flatMap { sum.order.firstIndex(of: $0) } ?? 0
    // All that add something, and one row for those that do not.
    let shown = sum.zeros == 1 ? count : adding
    if chosen == nil || rank < shown, shown + (shown < count ? 1 : 0) <= room { return 0..<shown }
    if rank < room - 1 { return 0..<min(count, room - 1) }
    return rank - (room - 3)..<rank + 1
  }

  /// What has been added up behind each row, in full precision: of the same rows of another sum where
  /// one is given.
  package func running(_ other: DenseSum? = nil) -> [Double] {
    var reached = 0.0
    var places = 0
    let sum = other ?? self.sum
    func product(_ count: Int) -> Double {
      let taken = self.sum.order[places..<places + count]
      places += count
      return taken.reduce(0) { $0 + sum.terms[$1].product }
    }
    return rows.map { row in
      switch row {
      case .bias: reached += sum.bias ?? 0
      case .term: reached += product(1)
      case .larger(let count), .smaller(let count, _), .zeros(let count):
        reached += product(count)
      }
      return reached
    }
  }
}
