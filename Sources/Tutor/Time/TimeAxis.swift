import Engine
import ModelFiles
import Screen

/// A part of a screen whose columns are timesteps: labels before them, the value now behind them.
struct TimePanel: Hashable {
  /// The panel's first column on the screen, and how many it has.
  let left: Int
  let width: Int
  /// The columns before the axis: a mark, a letter and, where there is room, words.
  let labelWidth: Int
  /// Whether a value, and whether a scale, stand behind the axis.
  let hasValues: Bool
  let showsScale: Bool
  /// The timesteps shown.
  let axis: Axis

  init(left: Int, width: Int, timesteps: Int, current: Int, hasValues: Bool = true) {
    self.left = left
    self.width = width
    self.hasValues = hasValues
    guard hasValues else {
      labelWidth = min(17, max(9, width - timesteps - 1))
      showsScale = false
      axis = Axis(
        count: timesteps, current: max(0, current),
        columns: min(timesteps, max(0, width - labelWidth - 1)))
      return
    }
    // Scales and words give way before a timestep does.
    let choices = [(17, true), (17, false), (3, false)]
    let room = { (choice: (Int, Bool)) in width - choice.0 - 7 - (choice.1 ? 6 : 0) }
    let chosen = choices.first { room($0) >= min(timesteps, 50) } ?? (3, false)
    labelWidth = chosen.0
    showsScale = chosen.1
    axis = Axis(
      count: timesteps, current: max(0, current), columns: min(timesteps, max(0, room(chosen))))
  }

  var showsWords: Bool { labelWidth > 3 }
  /// The first column of the axis on the screen.
  var start: Int { left + labelWidth }
  var valueColumn: Int { start + axis.columns + 1 }
  var scaleColumn: Int { valueColumn + 7 }
  /// The column behind the panel.
  var end: Int { left + width }
  /// The first column behind value and scale.
  var noteColumn: Int { (showsScale ? scaleColumn + 6 : valueColumn + 7) + 1 }
  /// The columns from the axis to the panel's end, for a sentence instead of a row of bars.
  var textWidth: Int { max(0, end - start - 1) }

  /// The column on the screen of a timestep; nil where it is not shown.
  func column(of timestep: Int) -> Int? { axis.column(of: timestep).map { start + $0 } }
}

// MARK: - Rows

extension TimePanel {
  /// The numbers of the timesteps, with a mark over the current one, and the names of what stands
  /// beside.
  ///
  /// Timesteps that a what-if touches are `marked`.
  func ruler(
    _ current: Int, marked: Set<Int> = [], valueName: String = "   now", row: Int,
    on frame: inout Frame
  ) {
    let quiet = Style(.quiet)
    let names = ["timestep t", "t"]
    frame.write(
      fitting(names, width: labelWidth - 2), column: left + 1, row: row, style: quiet)
    let mark = current >= 0 ? column(of: current) : nil
    let stars = marked.compactMap { column(of: $0) }
    let behind = valueColumn - 1
    for timestep in axis.visible where timestep % 10 == 0 {
      guard let column = column(of: timestep) else { continue }
      let text = "\(timestep)"
      // The mark may not hide a digit, nor the end of the axis: another number would stand there.
      let place = column..<column + text.count
      if mark.map(place.contains) == true || place.upperBound > behind { continue }
      if stars.contains(where: place.contains) { continue }
      frame.write(text, column: column, row: row, style: quiet)
    }
    if axis.isCut.before { frame.write("‹", column: start - 1, row: row, style: quiet) }
    if axis.isCut.after { frame.write("›", column: behind, row: row, style: quiet) }
    for star in stars { frame.write("*", column: star, row: row, style: Style(.warning)) }
    if let mark { frame.write("▼", column: mark, row: row, style: Style(.accent, bold: true)) }
    guard hasValues else { return }
    frame.write(valueName, column: valueColumn, row: row, style: quiet)
    if showsScale { frame.write("scale", column: scaleColumn, row: row, style: quiet) }
  }

  /// A quantity's letter in its colour, and behind it the longest words that fit; a star where a
  /// what-if touches it.
  func label(
    _ quantity: LSTMQuantity, _ forms: [String], isChanged: Bool = false, row: Int,
    on frame: inout Frame
  ) {
    let column = left + (showsWords ? 2 : 1)
    frame[column, row] = Cell(
      .glyph(quantity.letter.unicodeScalars.first ?? " "), Style(quantity.ink, bold: true))
    if isChanged { frame[column + 1, row] = Cell(.glyph("*"), Style(.warning, bold: true)) }
    guard showsWords else { return }
    let room = labelWidth - (column + 2 - left) - 1
    frame.write(
      fitting(forms, width: room), column: column + 2, row: row, style: Style(.text), width: room)
  }

  /// Words alone; where there is no room for them, one character.
  func label(
    _ words: String, narrow: String, _ style: Style = Style(.quiet), row: Int,
    on frame: inout Frame
  ) {
    let room = labelWidth - (showsWords ? 2 : 1)
    frame.write(showsWords ? words : narrow, column: left + 1, row: row, style: style, width: room)
  }

  /// The number at the right of a row, a dot where there is none yet, and what a full bar stands for.
  func value(_ value: Float?, scale: Bar.Scale?, row: Int, on frame: inout Frame) {
    let text = value.map { decimal($0, signed: scale != .unit) } ?? "·"
    frame.write(
      text, column: valueColumn + max(0, 6 - text.count), row: row,
      style: Style(value == nil ? .ghost : .text), width: end - valueColumn)
    guard showsScale, let scale else { return }
    frame.write(scale.text, column: scaleColumn, row: row, style: Style(.quiet))
  }

  /// What has not been read.
  func unread(at timestep: Int, of current: Int) -> Cell {
    Cell(.glyph("·"), Style(.ghost, on: timestep == current ? .cursor : .none))
  }
}

// MARK: - The input

extension TimePanel {
  /// The symbols that have been read, or a feature over the timesteps that have; `current` is the
  /// timestep read last, −1 before the first.
  func input(
    _ state: State, current: Int, isRead: (Int) -> Bool, row: Int, on frame: inout Frame
  ) {
    let name = state.featureName(state.position.feature)
    let isSymbolic = state.example.isSymbolic
    frame.write("x", column: left + 1, row: row, style: Style(.title, bold: true))
    if state.isInputChanged {
      frame[left + 2, row] = Cell(.glyph("*"), Style(.warning, bold: true))
    }
    if showsWords {
      let room = labelWidth - 4
      frame.write(
        isSymbolic ? fitting(["symbol", ""], width: room) : name, column: left + 3, row: row,
        style: Style(.text), width: room)
    }
    let observation = state.example.observation
    let feature = state.position.feature
    let scale = state.featureScale(feature)
    for timestep in axis.visible {
      guard let column = column(of: timestep) else { continue }
      guard isRead(timestep) else {
        frame[column, row] = unread(at: timestep, of: current)
        continue
      }
      let paper: Paper = timestep == current ? .cursor : .none
      frame[column, row] =
        isSymbolic
        ? symbol(state.example.timesteps[timestep], paper)
        : Bar.cell(
          observation.values[timestep * observation.features + feature], scale: scale,
          paper: paper)
    }
    guard current >= 0, hasValues else { return }
    guard isSymbolic else {
      value(
        observation.values[current * observation.features + feature], scale: scale, row: row,
        on: &frame)
      return
    }
    let now = state.example.timesteps[current]
    let full = [now.label, now.event?.rawValue].compactMap(\.self).joined(separator: " ")
    let words = full.count <= end - valueColumn ? full : now.label
    frame.write(
      words, column: valueColumn + max(0, 6 - words.count), row: row,
      style: Style(.text, bold: now.event != nil), width: end - valueColumn)
  }

  private func symbol(_ facts: TimestepFacts, _ paper: Paper) -> Cell {
    var style = Style(.text, on: paper)
    switch facts.event {
    case .set: style.paper = .eventOn
    case .clear: style.paper = .eventOff
    case nil: break
    }
    style.bold = paper == .cursor || facts.event != nil
    return Cell(.glyph(facts.symbol?.unicodeScalars.first ?? "?"), style)
  }
}
