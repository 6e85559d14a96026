import Phrases

/// Which line of the screen of all orders shows what, for one height.
struct OverviewLayout: Hashable {
  enum Line: Hashable {
    case blank
    /// The numbers of the timesteps; of one order alone where each shows timesteps of its own.
    case ruler(order: Int)
    /// The name of an order with what it costs.
    case order(Int)
    /// A line of the cells of one of its layers.
    case cells(order: Int, layer: Int, line: Int, height: Int)
    /// The numbers of the cells, over what is held after each.
    case cellRuler(Int)
    /// A line of the numbers held after each cell.
    case held(order: Int, line: Int, height: Int)
    case unseen(Int)
    case head
    case failure(Int)
    /// First to last, and whether the orders agree.
    case agreement
    case sentence

    var isCellRuler: Bool { if case .cellRuler = self { true } else { false } }
  }

  /// What the orders ask of the layout.
  struct Demand: Hashable {
    /// Recurrent layers of each order, and the one that each computes now.
    var layers: [Int]
    var current: [Int]
    /// Whether not all timesteps can be shown.
    var isCut: Bool
    var failureLines: Int
    var sentences: Int
  }

  let lines: [Line]

  init(_ demand: Demand, height: Int) {
    let orders = demand.layers.indices
    let rulers = demand.isCut ? orders.count : 1
    let most = demand.layers.max() ?? 0
    let fixed = rulers + 2 * orders.count + 3 + demand.failureLines
    // One line a layer and order; what is not shown is said in a line.
    let room = (height - fixed) / orders.count
    let isWhole = room >= most
    let shown = isWhole ? most : max(1, (height - fixed - 1) / orders.count)
    var spare = Spare(lines: height - fixed - orders.count * shown - (isWhole ? 0 : 1))
    let sizes = Sizes(&spare, orders: orders.count, layers: shown, isLarge: height >= 30)

    var entries: [(rank: Int, line: Line)] = []
    func add(_ rank: Int, _ line: Line, if isWanted: Bool = true) {
      if isWanted { entries.append((rank, line)) }
    }
    for order in orders {
      add(5, .blank, if: sizes.hasGaps && order > 0)
      add(1, .ruler(order: order), if: demand.isCut || order == 0)
      add(0, .order(order))
      let visible = Axis(
        count: demand.layers[order], current: demand.current[order], columns: shown
      ).visible
      for layer in visible {
        for line in 0..<sizes.cells {
          add(0, .cells(order: order, layer: layer, line: line, height: sizes.cells))
        }
      }
      add(4, .cellRuler(order), if: order < sizes.cellRulers)
      for line in 0..<sizes.held {
        add(2, .held(order: order, line: line, height: sizes.held))
      }
    }
    add(0, .unseen(most - shown), if: !isWhole)
    add(6, .blank, if: sizes.isLoose)
    add(3, .head)
    for line in 0..<demand.failureLines { add(0, .failure(line)) }
    add(0, .agreement)
    add(6, .blank, if: sizes.isLoose)
    add(0, .sentence)
    lines = Fitted.ranked(entries, height: height)
  }

  /// Lines that nothing has taken yet.
  private struct Spare {
    var lines: Int

    mutating func take(_ count: Int) -> Bool {
      guard lines >= count else { return false }
      lines -= count
      return true
    }
  }

  /// How high the rows are: bars and cells grow together, as far as there is room.
  private struct Sizes {
    var cells = 1
    var held = 1
    /// How many orders have an axis of cells over their chart, the first ones.
    var cellRulers = 0
    var hasGaps = false
    var isLoose = false

    init(_ spare: inout Spare, orders: Int, layers: Int, isLarge: Bool) {
      if spare.take(orders) { held += 1 }
      hasGaps = spare.take(orders - 1)
      if spare.take(1) { cellRulers = 1 }
      // Room for more sentences below.
      if isLarge { isLoose = spare.take(4) }
      if cellRulers > 0, spare.take(orders - 1) { cellRulers = orders }
      while true {
        if held <= cells, spare.take(orders) {
          held += 1
        } else if cells < 6, spare.take(orders * layers) {
          cells += 1
        } else if held < 10, spare.take(orders) {
          held += 1
        } else {
          return
        }
      }
    }
  }
}
