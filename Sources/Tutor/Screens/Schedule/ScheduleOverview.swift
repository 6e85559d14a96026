import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// The orders of computing at once, under one axis of time: when each cell is computed, what it reads,
/// how many numbers have to be held meanwhile, and that all end with the same numbers. One cursor, the
/// number of cells computed, steps all of them.
struct ScheduleOverview: ScheduleDrawing {
  /// One order: how far it has come, and its timesteps.
  final class Order {
    let progress: ScheduleProgress
    let panel: TimeAxis
    let words: ScheduleWords
    var name: Command.ScheduleName { Command.ScheduleName(progress.schedule.order) }

    init(_ state: Explorer, _ progress: ScheduleProgress, width: Int) {
      self.progress = progress
      panel = ScheduleOverview.panel(state, progress, width: width)
      words = ScheduleWords(state, progress, width: width - 2)
    }
  }

  let state: Explorer
  let size: Size
  let orders: [Order]
  let failureText: [String]
  let layout: OverviewLayout
  /// The most numbers that any order holds.
  let most: Int
  private let demand: OverviewLayout.Demand
  var canvas = Canvas.none

  var progress: ScheduleProgress { orders[0].progress }
  var panel: TimeAxis { orders[0].panel }
  var words: ScheduleWords { orders[0].words }

  init(_ state: Explorer, size: Size) {
    let orders = ScheduleOrder.allCases.map { order in
      let progress = ScheduleProgress(
        state.moment.schedule(order), cells: state.position.cells,
        layers: state.position.description.layers)
      return Order(state, progress, width: size.width)
    }
    let failureText = orders[0].words.failure.map { Fitted.lines($0, width: size.width - 3) } ?? []
    let demand = OverviewLayout.Demand(
      layers: orders.map(\.progress.schedule.layers.count),
      current: orders.map { $0.progress.now.last?.layer ?? 0 },
      isCut: orders[0].panel.window.columns < state.timesteps,
      failureLines: failureText.count, sentences: orders[0].words.sentences.count)
    self.init(
      state, size, orders, failureText, demand,
      most: orders.map(\.progress.schedule.peak).max() ?? 0)
  }

  private init(
    _ state: Explorer, _ size: Size, _ orders: [Order], _ failureText: [String],
    _ demand: OverviewLayout.Demand, most: Int
  ) {
    self.state = state
    self.size = size
    self.orders = orders
    self.failureText = failureText
    self.demand = demand
    self.most = most
    layout = OverviewLayout(demand, height: size.height - 2)
  }

  /// Labels and, where there is room, how far each row has come.
  private static func panel(
    _ state: Explorer, _ progress: ScheduleProgress, width: Int
  ) -> TimeAxis {
    let choices = [(17, 9), (9, 9), (9, 1)].map { TimeAxis.Margins(label: $0.0, behind: $0.1) }
    let margins = TimeAxis.Margins.fitting(choices, width: width, timesteps: state.timesteps)
      .narrowed(
        to: TimeAxis.Margins(label: 11, behind: 9), width: width, timesteps: state.timesteps)
    return TimeAxis(
      width: width, margins: margins, timesteps: state.timesteps,
      current: progress.now.first?.timestep, valueGap: margins.behind > 1 ? 1 : nil
    ).opened(at: nil)
  }

  func resized(toHeight height: Int) -> any Drawing {
    ScheduleOverview(
      state, Size(width: size.width, height: height), orders, failureText, demand, most: most)
  }

  var contentRows: Int { sentenceRows.lowerBound }

  private var sentenceRows: Range<Int> {
    let first = layout.lines.firstIndex(of: .sentence).map { $0 + 1 } ?? size.height - 1
    return first..<max(first, size.height - 1)
  }

  mutating func draw() {
    drawTitle(on: &canvas)
    for (index, line) in layout.lines.enumerated() { draw(line, index + 1) }
    Chrome.say(words.sentences, state, rows: sentenceRows, on: &canvas)
  }

  private mutating func draw(_ line: OverviewLayout.Line, _ row: Int) {
    switch line {
    case .blank, .sentence: break
    case .ruler(let order):
      orders[order].panel.ruler(
        marked: state.changedTimesteps(), valueName: SchedulePhrases.done, row: row, on: &canvas)
    case .order(let order): drawOrder(order, row)
    case .cells(let order, let layer, let line, let height):
      drawCells(orders[order], layer, line: line, height: height, row)
    case .cellRuler(let order): drawCellRuler(orders[order], row)
    case .held(let order, let line, let height):
      drawHeld(orders[order], line: line, height: height, row)
    case .unseen(let count): drawUnseen(count, row)
    case .head: drawHead(row)
    case .failure(let index): drawFailure(index, row)
    case .agreement: drawLegend(row)
    }
  }
}
