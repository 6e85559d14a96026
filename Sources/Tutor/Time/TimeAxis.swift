import Engine
import Insight
import Phrases
import Screen

/// A part of a screen whose columns are timesteps: labels before them, the value now behind them.
///
/// It owns which column is which timestep: how many columns a timestep has, which timesteps a window
/// shows, where the one that is open stands. Nobody else converts one into the other.
struct TimeAxis: Hashable {
  /// The axis's first column on the screen, and the column behind its last.
  let left: Int
  let end: Int
  /// The columns before the first timestep: a mark, a letter and, where there is room, words.
  let labelWidth: Int
  /// Where the value and what a full bar stands for are written; nil where there is no room for them.
  let values: ValueColumns?
  /// The timesteps shown.
  let window: Axis
  /// The columns that a timestep takes: as many as there is room for.
  let each: Int
  /// The timestep that is open; nil before the first.
  private(set) var current: Int?

  /// Columns before and behind the timesteps.
  struct Margins: Hashable {
    var label: Int
    var behind: Int

    /// The first of some margins that leave room for every timestep, for fifty where there are more;
    /// the last where none do.
    static func fitting(_ choices: [Margins], width: Int, timesteps: Int) -> Margins {
      let wanted = min(timesteps, 50)
      let fitting = choices.first { width - $0.label - $0.behind >= wanted }
      return fitting ?? choices.last ?? Margins(label: 3, behind: 7)
    }

    /// The columns that are left for timesteps.
    func room(in width: Int) -> Int { max(0, width - label - behind) }
  }

  /// An axis in a part of the screen; values and scales stand so far behind the last timestep.
  init(
    left: Int = 0, width: Int, margins: Margins, timesteps: Int, current: Int?,
    valueGap: Int? = nil, scaleGap: Int? = nil
  ) {
    self.left = left
    self.current = current
    end = left + width
    labelWidth = margins.label
    let room = margins.room(in: width)
    each = Self.columnsEach(timesteps, room: room)
    window = Axis(count: timesteps, current: current ?? 0, columns: min(timesteps, room / each))
    let last = left + margins.label + window.columns * each
    let end = end
    values = valueGap.map { gap in
      ValueColumns(value: last + gap, scale: scaleGap.map { last + $0 }, end: end)
    }
  }
}

// MARK: - Columns

extension TimeAxis {
  /// The first column of the timesteps on the screen, and the one behind the last.
  var start: Int { left + labelWidth }
  var last: Int { columns.all.upperBound }
  var showsWords: Bool { labelWidth > 3 }

  /// The timesteps shown, each with its columns.
  var columns: Columns {
    Columns(
      start: start, first: window.visible.lowerBound, count: window.columns, each: each)
  }

  /// The columns that each of some timesteps takes in so many columns.
  static func columnsEach(_ timesteps: Int, room: Int) -> Int { max(1, room / max(1, timesteps)) }

  /// The timesteps shown that have been read, up to the open one.
  var read: Range<Int> { window.visible.clamped(to: 0..<(current.map { $0 + 1 } ?? 0)) }

  /// The timesteps shown at which a quantity is there: a gradient comes back from the end, and so is there
  /// at every one.
  func known(of quantity: QuantityName) -> Range<Int> {
    quantity.isGradient ? window.visible : read
  }

  /// The first column on the screen of a timestep; nil where it is not shown.
  func column(of timestep: Int) -> Int? { columns.column(of: timestep) }

  /// The same columns with another timestep open: of what stands in another order than time.
  func opened(at timestep: Int?) -> TimeAxis {
    var axis = self
    axis.current = timestep
    return axis
  }

  /// The columns from the first timestep to the end, for a sentence in place of a row.
  var textWidth: Int { max(0, end - start - 1) }
}

// MARK: - Rows

extension TimeAxis {
  /// What lies under the columns of a timestep.
  func paper(of timestep: Int) -> Paper { timestep == current ? .cursor : .none }

  /// The columns of a timestep that its bar fills: wide ones are parted, and where a number fits beside
  /// the bar it has the rest.
  private var barColumns: Int { showsNumbers ? each - 7 : each > 3 ? each - 1 : each }

  /// Whether the number of each timestep is written beside its bar.
  var showsNumbers: Bool { each >= 9 }

  /// The column of a timestep's own columns on which a letter or a mark stands.
  var middle: Int { (barColumns - 1) / 2 }

  /// Draws a cell for each timestep shown, but where there is none: what fills its cell over all
  /// columns of its bar, a letter or a mark on the one in the middle.
  func row(_ row: Int, on canvas: inout Canvas, _ cell: (_ timestep: Int, Paper) -> Cell?) {
    var column = start
    for timestep in window.visible {
      if let cell = cell(timestep, paper(of: timestep)) { draw(cell, column, row, on: &canvas) }
      column += each
    }
  }

  private func draw(_ cell: Cell, _ column: Int, _ row: Int, on canvas: inout Canvas) {
    if each == 1 {
      canvas[column, row] = cell
      return
    }
    let isLine = cell.content == .glyph("─")
    // A place where a bar was is as wide as the bar.
    let isBefore = cell.content == .glyph("╌") || cell.content == .glyph("╎")
    let isMark = if case .glyph = cell.content { !isLine && !isBefore } else { false }
    let paper = cell.style.paper
    for offset in 0..<each {
      let isFilled = isMark ? offset == middle : isLine && !showsNumbers || offset < barColumns
      if isFilled {
        canvas[column + offset, row] = cell
      } else if paper != .none {
        canvas[column + offset, row] = Cell(.glyph(" "), Style(on: paper))
      }
    }
  }

  /// The dot of what has not been read, in the middle one of the lines of a row.
  static func unread(_ paper: Paper, line: Int = 0, height: Int = 1) -> Cell {
    line == height / 2
      ? Cell(.glyph("·"), Style(.ghost, on: paper)) : Cell(.glyph(" "), Style(on: paper))
  }

  /// A line of the bars of values, which begin at the first timestep of `read`; dots elsewhere, and
  /// nothing where there are fewer values. Shares have the hue `ink`. Behind them stand the same values
  /// `before` the last what-if. A gate is not worked out where its layer skips a timestep.
  func bars(
    _ values: [Float], before: [Float]? = nil, of read: Range<Int>, scale: ValueScale,
    ink: Ink = .text, skips: (Int) -> Bool = { _ in false }, line: Int = 0, height: Int = 1,
    row: Int, on canvas: inout Canvas
  ) {
    self.row(row, on: &canvas) { timestep, paper in
      guard read.contains(timestep) else {
        return Self.unread(paper, line: line, height: height)
      }
      let place = timestep - read.lowerBound
      guard place < values.count, !skips(timestep) else {
        return Cell(.glyph(" "), Style(on: paper))
      }
      return Bar.cell(
        values[place], before: before?[place], scale: scale, ink: ink, line: line, height: height,
        paper: paper)
    }
    guard showsNumbers, line == height / 2 else { return }
    let shown = read.prefix(values.count)
    for timestep in shown.clamped(to: window.visible) where !skips(timestep) {
      number(
        values[timestep - read.lowerBound], signed: scale.isSigned, at: timestep, row: row,
        on: &canvas)
    }
  }

  /// The number of a timestep beside its bar.
  func number(_ value: Float, signed: Bool, at timestep: Int, row: Int, on canvas: inout Canvas) {
    guard let column = column(of: timestep) else { return }
    let isOpen = timestep == current
    let text = Phrase(value, signed: signed, width: 6)
    canvas.write(
      text, column: column + barColumns + max(0, 5 - text.count), row: row,
      style: Style(isOpen ? .text : .quiet, on: paper(of: timestep)), width: 6)
  }

  /// The lane of what leaves a layer: boxes, filled where something has left, up to its `last` timestep;
  /// an arrow where a timestep that does not count is skipped.
  func lane(
    ink: Ink, upTo last: Int, skips: (Int) -> Bool, leaves: (_ timestep: Int) -> Bool, row: Int,
    on canvas: inout Canvas
  ) {
    self.row(row, on: &canvas) { timestep, paper in
      guard timestep <= last else { return Cell(.glyph(" "), Style(on: paper)) }
      if timestep <= current ?? -1, skips(timestep) {
        return Cell(.glyph("»"), Style(.warning, on: paper, bold: timestep == current))
      }
      let leaves = leaves(timestep)
      let isOut = leaves && timestep <= current ?? -1
      return Cell(
        .glyph(!leaves ? "─" : isOut ? "■" : "□"),
        Style(isOut ? ink : .ghost, on: paper, bold: timestep == current))
    }
  }

  /// A quantity's letter in its hue, a star where a what-if touches it, and the longest words that fit.
  ///
  /// Where a star stands differs: before the letter it must not hide the mark of the row, behind it
  /// the words.
  func label(
    _ letter: Character, ink: Ink, _ forms: [Phrase], starColumn: Int? = nil,
    wordStyle: Style = Style(),
    row: Int, on canvas: inout Canvas
  ) {
    let column = left + (showsWords ? 2 : 1)
    canvas[column, row] = Cell(
      .glyph(letter.unicodeScalars.first ?? " "), Style(ink, bold: true))
    if let starColumn {
      canvas[column + starColumn, row] = Cell(.glyph("*"), Style(.warning, bold: true))
    }
    guard showsWords else { return }
    let room = labelWidth - (column + 2 - left) - 1
    canvas.write(
      Fitted.form(forms, width: room), column: column + 2, row: row, style: wordStyle, width: room)
  }

  /// Words alone; where there is no room for them, one character.
  func label(
    _ words: String, narrow: String, _ style: Style = Style(.quiet), row: Int,
    on canvas: inout Canvas
  ) {
    let room = labelWidth - (showsWords ? 2 : 1)
    canvas.write(
      plain: showsWords ? words : narrow, column: left + 1, row: row, style: style, width: room)
  }
}

/// Where the number of a row stands, and what a full bar of it stands for.
struct ValueColumns: Hashable {
  let value: Int
  /// Nil where there is no room for the scale.
  let scale: Int?
  /// The column behind what may be written.
  let end: Int

  /// The number, a dot where there is none yet, and the scale.
  func draw(
    _ number: Float?, scale: ValueScale?, signed: Bool, text: Phrase? = nil, row: Int,
    on canvas: inout Canvas
  ) {
    let text = text ?? number.map { Phrase($0, signed: signed, width: 6) } ?? "·"
    canvas.write(
      text, column: value + max(0, 6 - text.count), row: row,
      style: Style(number == nil ? .ghost : .text), width: end - value)
    guard let column = self.scale, let scale else { return }
    let form = Fitted.form([scale.text, scale.briefText], width: min(6, end - column))
    canvas.write(Phrase(reading: form), column: column, row: row, style: Style(.quiet))
  }

  /// What the columns are called, over them.
  func names(_ name: String, row: Int, on canvas: inout Canvas) {
    canvas.write(plain: name, column: value, row: row, style: Style(.quiet))
    guard let scale else { return }
    canvas.write(plain: SharedPhrases.scale, column: scale, row: row, style: Style(.quiet))
  }
}

extension Phrase {
  /// A number in so many characters at most: a large one with fewer decimals, in the end as a power of
  /// ten. One that is cut short would be another number.
  init(_ number: Float, signed: Bool, width: Int) {
    let phrase = Phrase(number, signed: signed)
    self =
      phrase.count <= width ? phrase : Phrase(reading: PrintedSum.text(phrase.text, width: width))
  }
}
