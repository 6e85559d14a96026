import Engine

/// Which terms of a ledger stand in so many rows, and what each column prints for them.
///
/// The features of the data stand by name and in their order; where there are too many of them, those
/// with the largest terms of the chosen sum. Of the units of a layer the largest terms come first. The
/// rest is one row.
package struct LedgerTable: Sendable {
  /// One row.
  package enum Row: Hashable, Sendable {
    /// A number that arrives, by its place.
    case input(Int)
    /// So many that are 0 and add nothing.
    case zeroInputs(Int)
    /// So many more, as one sum.
    case otherInputs(Int)
    /// A unit of h before.
    case state(Int)
    /// So many more, as one sum.
    case otherStates(Int)
    /// All units of h before, which are 0 and add nothing.
    case zeroStates(Int)
    /// The bias.
    case bias
    /// The second bias, that of the hidden state's part.
    case recurrentBias
  }

  /// The rows from top to bottom.
  package let rows: [Row]
  /// For each sum what its rows print in thousandths; nil where numbers are not finite.
  package let printed: [PrintedSum?]
  /// For each sum its rows in full precision.
  package let exact: [[Double]]

  /// The table of a ledger in about `count` rows, chosen by the sum of one gate.
  package init(_ ledger: Ledger, by gate: QuantityName, rows count: Int) {
    let layout = Choice(ledger[gate], isFirst: ledger.readsInput, rows: count)
    let rows = layout.rows
    self.rows = rows
    exact = ledger.sums.map { Self.products($0, rows) }
    let carrier =
      rows.firstIndex { if case .otherStates = $0 { true } else { false } }
      ?? rows.firstIndex { if case .otherInputs = $0 { true } else { false } }
    printed = zip(ledger.sums, exact).map {
      PrintedSum($1, total: $0.total, carrier: carrier)
    }
  }

  /// The rows of a table that says what must be said. It does not depend on the timestep, so that
  /// nothing moves while one steps.
  package static func least(isFirst: Bool, isSymbolic: Bool, features: Int) -> Int {
    // Some terms and the rest of them, twice; the bias.
    guard isFirst else { return 6 }
    // A symbol is one term. Other data stand by name, with those that are 0 in one row.
    return isSymbolic ? 5 : min(features, 7) + 4
  }

  /// The rows of a table that leaves nothing out.
  package static func most(isSymbolic: Bool, features: Int, units: Int) -> Int {
    (isSymbolic ? 2 : features) + units + 1
  }

  private static func products(_ sum: Ledger.Sum, _ rows: [Row]) -> [Double] {
    var inputs = 0.0
    var states = 0.0
    for term in sum.inputs { inputs += term.product }
    for term in sum.states { states += term.product }
    // What is shown by itself leaves the rest; full precision makes the order harmless.
    for row in rows {
      switch row {
      case .input(let place): inputs -= sum.inputs[place].product
      case .state(let unit): states -= sum.states[unit].product
      default: break
      }
    }
    return rows.map { row in
      switch row {
      case .input(let place): sum.inputs[place].product
      case .state(let unit): sum.states[unit].product
      case .otherInputs: inputs
      case .otherStates: states
      case .zeroInputs, .zeroStates: 0
      case .bias: sum.bias ?? 0
      case .recurrentBias: sum.recurrentBias ?? 0
      }
    }
  }
}

extension LedgerTable {
  /// The choice of rows.
  private struct Choice {
    var rows: [Row] = []

    init(_ sum: Ledger.Sum, isFirst: Bool, rows count: Int) {
      let hasTwo = sum.recurrentBias != nil
      let count = count - (hasTwo ? 1 : 0)
      let inputs = sum.inputs.indices.filter { sum.inputs[$0].value != 0 }
      let zeros = sum.inputs.count - inputs.count
      let states = sum.states.indices.filter { sum.states[$0].value != 0 }
      let room = max(2, count - 2 - (zeros > 0 ? 1 : 0))
      let most = isFirst ? room - min(1, states.count) : max(room / 2, room - states.count)
      if inputs.count <= most {
        rows += (isFirst ? inputs : Self.sorted(inputs, sum.inputs)).map(Row.input)
        if zeros > 0 { rows.append(.zeroInputs(zeros)) }
      } else {
        // Zeros then count among the rest, which gives one row more to show.
        let shown = max(1, most - 1 + (zeros > 0 ? 1 : 0))
        let largest = Self.sorted(inputs, sum.inputs).prefix(shown)
        rows += (isFirst ? largest.sorted() : Array(largest)).map(Row.input)
        rows.append(.otherInputs(sum.inputs.count - shown))
      }
      if states.isEmpty {
        rows.append(.zeroStates(sum.states.count))
      } else {
        let left = max(1, count - rows.count - 1)
        let isWhole = states.count == sum.states.count && states.count <= left
        let shown = isWhole ? states.count : min(states.count, max(1, left - 1))
        rows += Self.sorted(states, sum.states).prefix(shown).map(Row.state)
        if shown < sum.states.count { rows.append(.otherStates(sum.states.count - shown)) }
      }
      rows.append(.bias)
      if hasTwo { rows.append(.recurrentBias) }
    }

    /// The largest products first.
    private static func sorted(_ places: [Int], _ terms: [Ledger.Term]) -> [Int] {
      let sizes = terms.map { term in
        let size = term.product.magnitude
        return size.isNaN ? .infinity : size
      }
      return places.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    }
  }
}
