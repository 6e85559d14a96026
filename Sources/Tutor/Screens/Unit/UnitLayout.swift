import Screen

/// Where the parts of the unit screen stand: what is needed first, then what room allows, the most
/// telling first.
struct UnitLayout: Hashable, Sendable {
  /// What there is to show.
  struct Demand: Hashable, Sendable {
    /// Rows of the table: the fewest that say what must be said, and all of them.
    var leastTerms: Int
    var mostTerms: Int
    /// Whether a gate is held.
    var isHeld: Bool
    /// Whether the input is one symbol a timestep.
    var hasSymbols: Bool
    /// Rows of the states' equations, one a product, and states in the chart.
    var products: Int
    var states: Int
    /// Rows of the chart for gradients and what is kept, where they are shown: they come before states.
    var gradients = 0
  }

  private(set) var terms: Int
  private(set) var sentences = 1
  /// Rows of the chart: 0 or the same for every state.
  private(set) var chart = 0
  /// Whether the states stand in it beside the gradients.
  private(set) var showsStates = true
  private(set) var showsSymbols = false
  private(set) var showsRuler = false
  private(set) var showsRule = false
  /// Empty rows: before the states, before the chart, before the sentences, below the phases.
  private(set) var gaps = 0

  init(_ demand: Demand, size: Size) {
    // Title, phases, header, sums, gates, what leaves, footer.
    var room = size.height - 7 - demand.products - (demand.isHeld ? 1 : 0) - sentences
    terms = min(room, demand.leastTerms)
    room -= terms
    func take(_ rows: Int, if wanted: Bool = true) -> Bool {
      guard wanted, rows <= room else { return false }
      room -= rows
      return true
    }
    func more(_ rows: Int, upTo most: Int) {
      let more = max(0, min(rows, room, min(most, demand.mostTerms) - terms))
      terms += more
      room -= more
    }
    var rows = demand.states + demand.gradients
    if take(rows) {
      chart = 1
    } else if take(demand.gradients, if: demand.gradients > 0) {
      chart = 1
      rows = demand.gradients
      showsStates = false
    }
    more(1, upTo: demand.leastTerms + 1)
    if take(1, if: chart > 0 && demand.hasSymbols) { showsSymbols = true }
    // What a phase says may not move the table, so that each phase has as many rows to say it.
    if take(1) { sentences = 2 }
    more(2, upTo: demand.leastTerms + 3)
    if take(1) { showsRule = true }
    if take(1, if: chart > 0) { showsRuler = true }
    while gaps < 3, take(1) { gaps += 1 }
    more(4, upTo: demand.leastTerms + 7)
    if take(rows, if: chart > 0) { chart = 2 }
    while sentences < 4, take(1) { sentences += 1 }
    more(6, upTo: 24)
    if take(2 * rows, if: chart == 2) { chart = 4 }
    while gaps < 4, take(1) { gaps += 1 }
    more(.max, upTo: .max)
  }
}

/// The columns of the ledger: label, value × weight, and the product of each of the sums; with
/// the weights of all of them where the width holds them.
struct LedgerColumns: Hashable, Sendable {
  /// The width of a number.
  let figure: Int
  let label: Int
  /// Where the value begins.
  let value: Int
  /// Where each weight begins; one, or one for each sum.
  let weights: [Int]
  /// Where each product begins.
  let products: [Int]
  /// Whether each sum has its weights beside its products.
  let isFull: Bool
  /// The sign between value and weight.
  let times: String

  /// The columns of so many sums, in a width, whose longest number has so many characters.
  init(width: Int, longest: Int, sums: Int) {
    let isRoomy = width >= 76
    let gap = isRoomy ? 2 : 1
    let times = isRoomy ? " × " : "×"
    // Value, weight and a product for each sum, and room for a short label before them.
    let widest = (width - 3 - 11 - times.count - sums * gap) / (sums + 2)
    let figure = max(isRoomy ? 7 : 6, min(longest, widest, 12))
    self.figure = figure
    self.times = times
    let step = figure + gap
    let pair = figure + step + 4
    let fixed = 1 + 1 + figure
    let isFull = width - fixed - sums * pair - 1 >= 18
    let numbers = isFull ? sums * pair + times.count - 4 : times.count + figure + sums * step
    self.isFull = isFull
    let label = min(30, max(8, width - fixed - numbers - (isRoomy ? 1 : 0)))
    let value = 1 + label + 1
    self.label = label
    self.value = value
    let first = value + figure + times.count
    if isFull {
      let weights = (0..<sums).map { first + $0 * pair }
      self.weights = weights
      products = weights.map { $0 + figure + gap }
    } else {
      weights = [first]
      products = (0..<sums).map { first + figure + gap + $0 * step }
    }
  }

  /// The column after the last.
  var end: Int { (products.last ?? 0) + figure }
}
