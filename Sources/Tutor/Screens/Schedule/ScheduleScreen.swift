import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// The grid of layers × timesteps as it is filled, cell by cell, in one order; what each cell reads,
/// what has to be held meanwhile, and that all orders end with the same numbers.
struct ScheduleScreen: ScheduleDrawing {
  /// What one line of the screen shows.
  enum Line: Hashable {
    case blank, orders, ruler, input
    /// A line of the cells of one of the schedule's layers.
    case cells(Int, line: Int, height: Int)
    /// Which h of a layer are held.
    case kept(Int)
    /// A line of the hidden state of a unit in the cells of a layer.
    case hidden(Int, line: Int, height: Int)
    case unseen(Int)
    case head
    case failure(Int)
    case count, held, agreement
    /// One of the cells computed now, with what it reads.
    case now(Int)
    /// The numbers of the cells, over the chart of what is held.
    case cellRuler
    /// How many numbers are held after each cell, as a chart.
    case chart(line: Int, height: Int)
    case sentence
  }

  let state: Explorer
  let size: Size
  let progress: ScheduleProgress
  let panel: TimeAxis
  let failureText: [String]
  let words: ScheduleWords
  let lines: [Line]
  private let sentences: [String]
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size) {
    let progress = ScheduleProgress(
      state.moment.schedule, cells: state.position.cells, layers: state.position.description.layers)
    let words = ScheduleWords(state, progress, width: size.width - 2)
    let panel = TimeAxis(
      panel: 0, width: size.width, state.timesteps, progress.now.first?.timestep,
      hasValues: size.width >= 80)
    let failureText = words.failure.map { Fitted.lines($0, width: size.width - 3) } ?? []
    self.init(state, size, progress, panel, failureText, words, words.sentences)
  }

  private init(
    _ state: Explorer, _ size: Size, _ progress: ScheduleProgress, _ panel: TimeAxis,
    _ failureText: [String], _ words: ScheduleWords, _ sentences: [String]
  ) {
    self.state = state
    self.size = size
    self.progress = progress
    self.panel = panel
    self.failureText = failureText
    self.words = words
    self.sentences = sentences
    lines = Self.lines(
      progress, failureLines: failureText.count, sentences: sentences.count,
      mostOfChart: Self.peak(of: state) > 4 * progress.schedule.peak ? 4 : 12,
      height: size.height - 2)
  }

  func resized(toHeight height: Int) -> any Drawing {
    ScheduleScreen(
      state, Size(width: size.width, height: height), progress, panel, failureText, words,
      sentences)
  }

  var contentRows: Int { lines.firstIndex(of: .sentence).map { $0 + 1 } ?? size.height - 1 }

  private static func lines(
    _ progress: ScheduleProgress, failureLines: Int, sentences: Int, mostOfChart: Int, height: Int
  ) -> [Line] {
    let layers = progress.schedule.layers.count
    let needed = 8 + failureLines
    let visible = Axis(
      count: layers, current: progress.now.last?.layer ?? 0, columns: max(1, height - needed)
    ).visible
    var entries: [(rank: Int, line: Line)] = [(1, .orders), (10, .blank), (2, .ruler), (4, .input)]
    for layer in visible {
      entries.append((0, .cells(layer, line: 0, height: 1)))
      entries.append((3, .kept(layer)))
      entries.append((8, .hidden(layer, line: 0, height: 1)))
    }
    if visible.count < layers { entries.append((0, .unseen(layers - visible.count))) }
    entries.append((0, .head))
    entries += (0..<failureLines).map { (0, .failure($0)) }
    entries.append((5, .blank))
    entries.append((0, .count))
    let together = progress.schedule.order == .diagonal ? layers : 1
    entries += (0..<max(1, together)).map { ($0 == 0 ? 1 : 6 + $0, .now($0)) }
    entries.append((1, .held))
    entries.append((7, .blank))
    entries.append((0, .agreement))
    entries.append((9, .blank))
    entries.append((0, .sentence))
    entries += (1..<max(1, sentences)).map { ($0 == 1 ? 7 : 9, .sentence) }
    let lines = Fitted.ranked(entries, height: height)
    return grown(
      lines, layers: visible.count, mostOfChart: mostOfChart, left: height - lines.count)
  }

  /// The most numbers that any order holds: what a full bar of the chart stands for.
  static func peak(of state: Explorer) -> Int {
    ScheduleOrder.allCases.map { state.moment.schedule($0).peak }.max() ?? 0
  }

  /// Higher rows where lines are left, and the chart of what is held, which stays low for an order that
  /// would leave most of it empty.
  private static func grown(
    _ lines: [Line], layers: Int, mostOfChart: Int, left: Int
  ) -> [Line] {
    var left = left
    var heights = (cells: 1, hidden: 1, chart: 0)
    func take(_ count: Int) -> Bool {
      guard left >= count, count > 0 else { return false }
      left -= count
      return true
    }
    if lines.contains(.held), take(3) { heights.chart = 2 }
    // An even number of lines for what has a sign, so that zero lies between two.
    while true {
      let before = left
      if heights.cells < 12, take(layers) { heights.cells += 1 }
      if heights.hidden == 1, take(layers) {
        heights.hidden = 2
      } else if heights.hidden > 1, heights.hidden < 8, take(2 * layers) {
        heights.hidden += 2
      }
      if heights.chart > 0, heights.chart < mostOfChart, take(1) { heights.chart += 1 }
      if left == before { break }
    }
    return lines.flatMap { line -> [Line] in
      switch line {
      case .cells(let layer, _, _):
        (0..<heights.cells).map { .cells(layer, line: $0, height: heights.cells) }
      case .hidden(let layer, _, _):
        (0..<heights.hidden).map { .hidden(layer, line: $0, height: heights.hidden) }
      case .held where heights.chart > 0:
        [line, .cellRuler]
          + (0..<heights.chart).map { .chart(line: $0, height: heights.chart) }
      default: [line]
      }
    }
  }

  mutating func draw() {
    drawTitle(on: &canvas)
    for (index, line) in lines.enumerated() { draw(line, index + 1) }
    guard let first = lines.firstIndex(of: .sentence) else { return }
    Chrome.say(sentences, state, rows: first + 1..<size.height - 1, on: &canvas)
  }

  private mutating func draw(_ line: Line, _ row: Int) {
    switch line {
    case .blank, .sentence: break
    case .orders: drawOrders(row)
    case .ruler:
      panel.ruler(
        marked: state.changedTimesteps(), valueName: "  " + SchedulePhrases.done, row: row,
        on: &canvas)
    case .input: drawInput(row)
    case .cells(let layer, let line, let height):
      drawCells(layer, line: line, height: height, row)
    case .kept(let layer): drawKept(layer, row)
    case .hidden(let layer, let line, let height):
      drawHidden(layer, line: line, height: height, row)
    case .unseen(let count): drawUnseen(count, row)
    case .head: drawHead(row)
    case .failure(let index): drawFailure(index, row)
    case .count:
      canvas.name(.word("count"), row: row)
      drawText(words.count, row)
    case .now(let index): drawNow(index, row)
    case .held:
      canvas.extend(.word("held"), row: row)
      drawText(words.held, row)
    case .cellRuler:
      canvas.extend(.word("held"), row: row)
      panel.cellRuler(progress, row: row, on: &canvas)
    case .chart(let part, let height):
      canvas.extend(.word("held"), row: row)
      if part == 0 { drawChart(height: height, row) }
    case .agreement:
      canvas.name(.word("orders"), row: row)
      drawAgreement(column: 1, row)
    }
  }
}

// MARK: - What it is among the screens

extension ScheduleScreen: ScreenView {
  static var name: Command.ScreenName { .schedule }

  static func preparing(_ moment: Moment) throws(Refusal) -> Moment { try moment.withSchedules() }

  static func turnLook(of position: inout Position, by distance: Int) {
    // As far as one order has come the next goes on: nothing is lost.
    position.schedule = position.schedule.next(distance)
  }

  static func say(in text: inout PlainText) { text.addSchedule() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    let isEmpty = state.moment.schedule.layers.isEmpty
    return state.position.schedule == .orders && !isEmpty
      ? ScheduleOverview(state, size: size) : ScheduleScreen(state, size: size)
  }
}
