import Screen

/// How the rows of the unit's picture are shared out: what is needed first, then what room allows,
/// the most telling first.
struct PictureLayout: Hashable, Sendable {
  struct Demand: Hashable, Sendable {
    var lanes: Int
    /// Whether gates act on wires; else there are only gauges.
    var hasWires: Bool
    /// Rows of the chart over time.
    var quantities: Int
    var hasSymbols: Bool
    /// Rows of it for gradients and what is kept, where they are shown: they come before all else.
    var gradients = 0
  }

  /// Rows of each lane of the waterfall.
  private(set) var lane = 1
  /// Whether names and numbers of the gauges have rows of their own.
  private(set) var showsNames = false
  /// A row of wires above the gauges.
  private(set) var stem = 0
  /// What is kept, above its wire.
  private(set) var showsKept = false
  /// Rows of each gate's curve beside the one of its gauge; odd, so that both together have a middle.
  private(set) var curve = 0
  /// Rows of each quantity in the chart.
  private(set) var chart = 0
  /// Whether the quantities stand in it beside the gradients.
  private(set) var showsQuantities = true
  private(set) var showsSymbols = false
  private(set) var showsRuler = false
  private(set) var showsAnswer = false
  private(set) var sentences = 1
  /// Empty rows: before the waterfall, before the sentences, before the chart, below the title.
  private(set) var gaps = 0

  init(_ demand: Demand, size: Size) {
    let wires = demand.hasWires ? 3 : 0
    // Title, looks, name, gauge and curve, the waterfall's head, a sentence, the footer.
    var room = size.height - 8 - wires - demand.lanes
    func take(_ rows: Int, if wanted: Bool = true) -> Bool {
      guard wanted, rows <= room else { return false }
      room -= rows
      return true
    }
    if take(demand.gradients, if: demand.gradients > 0) {
      chart = 1
      showsQuantities = false
    }
    showsAnswer = take(1)
    if take(1) { showsNames = true }
    if take(1, if: demand.hasWires) { stem = 1 }
    if take(1) { sentences = 2 }
    if take(1, if: demand.hasWires) { showsKept = true }
    while gaps < 2, take(1) { gaps += 1 }
    if take(3) { curve = 3 }
    if take(2, if: curve == 3) { curve = 5 }
    var rows = demand.gradients
    if take(demand.quantities) {
      chart = 1
      showsQuantities = true
      rows += demand.quantities
    }
    if take(1, if: chart > 0) { showsRuler = true }
    if take(1, if: chart > 0 && demand.hasSymbols) { showsSymbols = true }
    if take(1, if: chart > 0) { gaps = 3 }
    if take(rows, if: chart > 0) { chart = 2 }
    if take(demand.lanes) { lane = 2 }
    if take(2, if: curve == 5) { curve = 7 }
    if take(1) { sentences = 3 }
    if take(2 * rows, if: chart == 2) { chart = 4 }
    if take(2, if: curve == 7) { curve = 9 }
    if take(1) { gaps = 4 }
    if take(demand.lanes, if: lane == 2) { lane = 3 }
  }
}
