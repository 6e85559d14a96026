import Screen

/// How the rows of the Dense screen are shared out: what is needed first, then what room allows, the
/// most telling first.
struct DenseLayout: Hashable, Sendable {
  struct Demand: Hashable, Sendable {
    /// The units of the layer; one alone has no row of units.
    var units: Int
    /// The rows of a table that leaves no term out.
    var steps: Int
    /// How many numbers are read.
    var inputs: Int
  }

  /// Rows of the steps: bias, terms, the rest.
  private(set) var steps: Int
  /// Rows of the curve; even, so that it has a middle.
  private(set) var curve = 4
  /// Rows of each of the bars of all units, sums and outputs; 0 for none.
  private(set) var bars = 0
  /// Rows of each of the bars of what is read: values, weights, products; 0 for none.
  private(set) var inputs = 0
  private(set) var sentences = 1
  /// Empty rows: before the steps, before the sentences, below the title, before the curve.
  private(set) var gaps = 0
  /// Rows of each step.
  private(set) var step = 1

  init(_ demand: Demand, size: Size) {
    bars = demand.units > 1 ? 1 : 0
    // Title, layers, the steps' head, the sum, a sentence, the footer.
    var room = size.height - 6 - curve - (bars > 0 ? 3 : 0)
    steps = max(1, min(room, demand.steps, 8))
    room -= steps
    func take(_ rows: Int, if wanted: Bool = true) -> Bool {
      guard wanted, rows <= room else { return false }
      room -= rows
      return true
    }
    func more(upTo most: Int) {
      let more = max(0, min(room, min(most, demand.steps) - steps))
      steps += more
      room -= more
    }
    if take(1) { sentences = 2 }
    if take(2) { curve = 6 }
    more(upTo: 10)
    if take(1) { gaps = 1 }
    if take(2) { curve = 8 }
    if take(2, if: bars > 0) { bars = 2 }
    more(upTo: 13)
    if take(1) { sentences = 3 }
    if take(4, if: demand.inputs > 1) { inputs = 1 }
    if take(1) { gaps = 2 }
    if take(2) { curve = 10 }
    if take(4, if: bars > 0) { bars = 4 }
    more(upTo: 18)
    if take(3, if: inputs > 0) { inputs = 2 }
    if take(2) { curve = 12 }
    if take(1) { gaps = 3 }
    if take(1) { sentences = 4 }
    more(upTo: 24)
    if take(6, if: inputs == 2) { inputs = 4 }
    if take(4) { curve = 16 }
    if take(4, if: bars > 0) { bars = 6 }
    if take(steps, if: steps == demand.steps) { step = 2 }
    if take(1) { gaps = 4 }
    more(upTo: .max)
    while curve < 22, take(2) { curve += 2 }
  }
}

/// The columns of the steps: a label, the value and its weight, the bar, the product, what has been
/// added up so far, and what it was before a what-if.
struct DenseColumns: Hashable, Sendable {
  /// The width of a number.
  let figure: Int
  let label: Int
  let value: Int
  let weight: Int
  /// The columns of the bars.
  let plot: Range<Int>
  let product: Int
  /// Nil where there is no room for it.
  let soFar: Int?
  let before: Int?

  init(width: Int, hasBefore: Bool) {
    let isRoomy = width >= 76
    figure = isRoomy ? 8 : 7
    label = width >= 150 ? 24 : width >= 110 ? 18 : isRoomy ? 13 : 11
    value = 1 + label + 1
    weight = value + figure + (isRoomy ? 2 : 1)
    let step = figure + 1
    var end = width - 1
    var before: Int?
    if hasBefore, width >= 100 {
      end -= step
      before = end + 1
    }
    var soFar: Int?
    if isRoomy {
      end -= step
      soFar = end + 1
    }
    product = end - figure
    self.before = before
    self.soFar = soFar
    plot = (weight + figure + 1)..<(product - 1)
  }
}
