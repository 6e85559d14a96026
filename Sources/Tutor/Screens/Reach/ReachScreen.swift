import Engine
import Foundation
import Insight
import Learning
import Phrases
import Screen
import Vocabulary

/// The reach screen: an LSTM, a GRU and a SimpleRNN on the copy task over three gaps. Each row is a network,
/// its columns the timesteps counted back from the answer, at the right end: how large the gradient of the
/// loss is that arrives at each of them, and behind it how often the network is right after each epoch.
struct ReachScreen: Drawing {
  let state: Explorer
  let size: Size
  let gaps: GapComparison
  let layout: ReachLayout
  /// The timesteps of the longest gap; the marked letter of a shorter one comes later.
  let time: TimeAxis
  let sentences: [String]
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size) {
    self.state = state
    self.size = size
    gaps = state.gaps
    let timesteps = (GapComparison.gaps.max() ?? 0) + 1
    layout = ReachLayout(
      kinds: gaps.cells.count / GapComparison.gaps.count, gaps: GapComparison.gaps.count,
      timesteps: timesteps, epochs: GapComparison.epochs, size: size)
    time = TimeAxis(
      width: size.width,
      margins: TimeAxis.Margins(
        label: layout.labelWidth, behind: layout.behind(width: size.width, timesteps: timesteps)),
      timesteps: timesteps, current: nil)
    sentences = ReachSentences(gaps, chosen: state.position.network, width: size.width - 2).lines
  }

  func resized(toHeight height: Int) -> any Drawing {
    ReachScreen(state, size: Size(width: size.width, height: height))
  }

  var contentRows: Int { layout.sentenceRows.lowerBound }

  mutating func draw() {
    // What the networks are stands here where it has no row.
    let subject =
      layout.progressRow == nil && size.width >= 78
      ? ReachPhrases.title(units: GapComparison.units, rate: gaps.rate) : ReachPhrases.title
    Chrome.draw(state, subject: subject, place: place, isOfModel: false, on: &canvas)
    drawProgress()
    drawHead()
    for (place, cell) in gaps.cells.enumerated() where place < layout.cellRows.count {
      draw(cell, isChosen: place == state.position.network, layout.cellRows[place])
    }
    Chrome.say(sentences, state, rows: layout.sentenceRows, isOfModel: false, on: &canvas)
  }

  private var place: String {
    ReachPhrases.place(
      LearningPhrases.state(gaps.stage), epoch: gaps.epoch, of: GapComparison.epochs)
  }

  private mutating func drawProgress() {
    guard let row = layout.progressRow else { return }
    canvas.name(.word("progress"), row: row)
    canvas.write(
      Fitted.form(
        ReachPhrases.progress(
          units: GapComparison.units, rate: gaps.rate,
          secondsLeft: gaps.isRunning ? gaps.secondsLeft : nil), width: size.width - 2),
      column: 1, row: row, style: Style(.quiet), width: size.width - 2)
  }

  /// Over the rows how far each gap reaches back, and what stands behind them.
  private mutating func drawHead() {
    let row = layout.headRow
    canvas.name(.word("ruler"), row: row)
    canvas.write(
      plain: layout.labelWidth > 10 ? ReachPhrases.gradientOfLoss : ReachPhrases.gradient,
      column: 1,
      row: row, style: Style(.quiet), width: layout.labelWidth - 1)
    var free = 0
    let last = time.window.count - 1
    let places = GapComparison.gaps.sorted(by: >) + [0]
    for (place, back) in places.enumerated() {
      guard let column = time.column(of: last - back) else { continue }
      let next = places.dropFirst(place + 1).first
      let end = next.flatMap { time.column(of: last - $0) } ?? layout.valueColumn
      let room = max(2, end - column - 1)
      let forms = place == 0 ? ReachPhrases.back(back) : [Phrase(plain: "\(back)")]
      guard column >= free else { continue }
      let text = Fitted.form(forms, width: room)
      canvas.write(text, column: column, row: row, style: Style(.quiet))
      free = column + text.count + 1
    }
    canvas.write(
      plain: LearningPhrases.accuracy, column: layout.valueColumn, row: row, style: Style(.quiet),
      width: max(0, size.width - layout.valueColumn))
    guard layout.columnsPerEpoch > 0 else { return }
    let room = max(0, size.width - layout.chartColumn)
    canvas.write(
      Fitted.form(
        ReachPhrases.epochs(
          GapComparison.epochs, chance: self.gaps.chance, hasLine: layout.cellHeight > 1),
        width: room),
      column: layout.chartColumn, row: row, style: Style(.quiet), width: room)
  }

  private mutating func draw(_ cell: GapComparison.Cell, isChosen: Bool, _ row: Int) {
    let rows = row..<row + layout.cellHeight
    canvas.name(.word("gradient"), rows: rows)
    drawLabel(cell, isChosen: isChosen, rows)
    let reach = cell.reach
    let start = time.window.count - reach.sizes.count
    for row in rows {
      time.row(row, on: &canvas) { timestep, paper in
        guard timestep >= start else { return nil }
        return Bar.cell(
          reach.sizes[timestep - start], scale: reach.scale, ink: reach.quantity.ink,
          line: row - rows.lowerBound, height: rows.count, paper: paper)
      }
    }
    drawAccuracy(cell, rows)
  }

  private mutating func drawLabel(
    _ cell: GapComparison.Cell, isChosen: Bool, _ rows: Range<Int>
  ) {
    let middle = rows.lowerBound + rows.count / 2
    for row in rows {
      canvas.click(row: row, .does(.select(.named(cell.name))))
      if isChosen { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
    }
    let gap = "\(cell.gap)"
    let room = layout.labelWidth - 2
    canvas.write(
      plain: room >= 12 ? cell.kind : ReachPhrases.short(cell.kind), column: 1, row: middle,
      style: Style(.text, bold: isChosen), width: room - gap.count)
    canvas.write(
      plain: gap, column: min(14, layout.labelWidth - 1) - gap.count, row: middle,
      style: Style(.title, bold: true))
    // How much of it comes to the letter that has to be known.
    guard rows.count > 1, let arrives = cell.arrives else { return }
    canvas.write(
      Fitted.form(ReachPhrases.arrives(arrives), width: room), column: 1,
      row: middle == rows.upperBound - 1 ? middle - 1 : middle + 1, style: Style(.quiet),
      width: room)
  }

  /// The share of right answers, and how it was after each epoch.
  private mutating func drawAccuracy(_ cell: GapComparison.Cell, _ rows: Range<Int>) {
    canvas.name(
      .word("accuracy"),
      Rect(
        column: layout.valueColumn, row: rows.lowerBound,
        width: max(0, size.width - layout.valueColumn), height: rows.count))
    let middle = rows.lowerBound + rows.count / 2
    let accuracy = cell.accuracy
    canvas.write(
      plain: accuracy.map { ReachPhrases.share($0) } ?? "·", column: layout.valueColumn,
      row: middle, style: Style(.text, bold: true), width: ReachLayout.valueWidth)
    let each = layout.columnsPerEpoch
    guard each > 0 else { return }
    let chance = Float(gaps.chance)
    for epoch in 0..<GapComparison.epochs {
      let results = cell.live.run.results
      let share =
        results.indices.contains(epoch) ? results[epoch].validation?.accuracy.map(Float.init) : nil
      for row in rows {
        let line = row - rows.lowerBound
        let drawn =
          share.map {
            Bar.cell(
              Self.shown($0, height: rows.count), scale: .unit, ink: .good, line: line,
              height: rows.count)
          } ?? Cell(.glyph(" "), Style())
        let isChance = rows.count > 1 && line == Bar.line(of: chance, height: rows.count)
        // Where a bar ends its height says more than the line through it.
        let cell =
          if case .bar(eighths: ..<8, _) = drawn.content {
            drawn
          } else {
            isChance ? Bar.mark("╌", on: drawn, isBeyond: false, Style(.quiet)) : drawn
          }
        for column in 0..<each {
          canvas[layout.chartColumn + epoch * each + column, row] = cell
        }
      }
    }
  }
}

extension ReachScreen {
  /// A share as its bar shows it: full is what is always right, and nothing else.
  private static func shown(_ share: Float, height: Int) -> Float {
    let eighths = Float(8 * height)
    return share < 1 ? min(share, (eighths - 1) / eighths) : share
  }
}

// MARK: - What it is among the screens

extension ReachScreen: ScreenView {
  static var name: Command.ScreenName { .reach }

  /// It has timesteps of its own: the wheel moves through the networks.
  static func wheel(_ distance: Int) -> Command { .select(.by(distance)) }

  static func say(in text: inout PlainText) { text.addReach() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    ReachScreen(state, size: size)
  }
}

extension GapComparison.Cell {
  /// How often it is right: after the newest epoch, or before it has learnt anything.
  var accuracy: Double? {
    if let result = live.run.results.last { return result.validation?.accuracy }
    return live.atStart?.accuracy
  }

  /// What a step back multiplies the gradient by in the half of the gap that is farther from the answer:
  /// near the answer it is still made larger by what the answer reads. Nil where there is none.
  var factor: Float? {
    let half = gap / 2
    guard half > 0, reach.sizes.count > half, reach.sizes[half] > 0 else { return nil }
    return pow(reach.sizes[0] / reach.sizes[half], 1 / Float(half))
  }

  /// The share of the largest gradient that arrives at the marked letter; nil where there is none.
  var arrives: Float? {
    reach.largest > 0 ? reach.sizes.first.map { $0 / reach.largest } : nil
  }
}
