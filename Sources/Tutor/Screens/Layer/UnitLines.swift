import Engine

/// The rows of single units below the map, from top to bottom: which quantity of which of them, and how
/// many lines it has.
struct UnitLines: Hashable {
  enum Row: Hashable {
    /// Whose rows follow, by the place among the units shown; 0 is the chosen one.
    case header(Int)
    case quantity(Int, QuantityName, height: Int)

    var height: Int {
      switch self {
      case .header: 1
      case .quantity(_, _, let height): height
      }
    }
  }

  let rows: [Row]
  /// How many units besides the chosen one.
  let others: Int

  /// Lines that the maps keep in any case, lines in which a map reads well, and lines beyond which
  /// another unit tells more than more of the map.
  private static let least = 6
  private static let good = 10
  private static let ample = 32

  /// What is left of so many lines once the maps have theirs.
  ///
  /// First the chosen unit gets a line a quantity, then a line that names it. What is signed gets two
  /// lines, other units follow, and then the bars grow as far as the maps have what they need.
  init(_ demand: LayerLayout.Demand, room: Int) {
    let quantities = demand.quantities
    let maps = demand.compared == nil ? 1 : 2
    let needed = MapLines.needed(demand.rows, demand)
    /// What is left beside maps of so many lines each, with the line between them.
    func left(beside lines: Int) -> Int { room - maps * min(lines, needed) - (maps - 1) }
    guard !quantities.isEmpty, quantities.count <= left(beside: Self.least) else {
      rows = []
      others = 0
      return
    }
    var heights = Dictionary(uniqueKeysWithValues: quantities.map { ($0.name, 1) })
    var used = quantities.count
    let hasHeader = used < left(beside: Self.good)
    if hasHeader { used += 1 }
    func grow(to height: Int, beside lines: Int, _ isGrowing: (LayerQuantity) -> Bool) {
      let growing = quantities.filter(isGrowing)
      let cost = growing.reduce(0) { $0 + height - (heights[$1.name] ?? 1) }
      guard hasHeader, used + cost <= left(beside: lines) else { return }
      for quantity in growing { heights[quantity.name] = height }
      used += cost
    }
    grow(to: 2, beside: 16) { $0.role != .gate }
    let block = quantities.count + 1
    let others =
      hasHeader ? max(0, min(demand.others, (left(beside: Self.ample) - used) / block)) : 0
    used += others * block
    grow(to: 2, beside: .max) { $0.role == .gate }
    grow(to: 4, beside: .max) { $0.role != .gate }
    self.others = others
    rows = (0...others).flatMap { place in
      (hasHeader ? [Row.header(place)] : [])
        + quantities.map { quantity in
          let height = place == 0 ? heights[quantity.name] ?? 1 : 1
          return Row.quantity(place, quantity.name, height: height)
        }
    }
  }

  /// Its lines.
  var count: Int { rows.reduce(0) { $0 + $1.height } }
}
