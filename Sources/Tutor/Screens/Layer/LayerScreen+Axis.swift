import Engine
import Screen
import Vocabulary

/// What stands above the map: the quantities to choose from, the ruler, and what was read.
extension LayerScreen {
  mutating func drawTabs() {
    let row = LayerLayout.tabsRow
    let ranges = rangeForms(of: map, layout.maps[0].lines)
    let long = tabs(inWords: true)
    let short = tabs(inWords: false)
    let room = size.width - 2
    let length = { (tabs: [Tab]) in tabs.reduce(0) { $0 + $1.text.count + 1 } }
    let fitting = [long, short].first { length($0) + 2 + ranges[1].count <= room }
    let tabs = fitting ?? short
    var column = 1
    for tab in tabs {
      column = frame.write(tab.text, column: column, row: row, style: tab.style) + 1
    }
    let rest = size.width - column - 2
    guard let range = ranges.first(where: { $0.count <= rest }) else { return }
    frame.write(range, column: size.width - range.count - 1, row: row, style: Style(.quiet))
  }

  private struct Tab {
    var text: String
    var style: Style
  }

  private func tabs(inWords: Bool) -> [Tab] {
    Command.MapQuantity.allCases.map { quantity in
      let letter = Self.letter(quantity)
      let words = LSTMQuantity(rawValue: quantity.rawValue)?.words ?? "input"
      let isChosen = quantity == state.position.quantity
      let isCompared = quantity == state.position.comparison
      let text = isChosen || isCompared || inWords ? "\(letter) \(words)" : "\(letter)"
      return Tab(
        text: " \(text) ",
        style: Style(
          Self.ink(quantity), on: isChosen ? .selection : .none, bold: isChosen,
          underlined: isCompared && !isChosen))
    }
  }

  /// Which rows of a map are shown, and in which order, the longest form first.
  func rangeForms(of map: HeatMap, _ lines: MapLines) -> [String] {
    let things = map.quantity == .input && layer == 0 ? "features" : "units"
    let isSorted = sheet.ranking.order != .index && !Self.isOther(map, than: self.map)
    let order = isSorted ? "by \(sheet.ranking.order.rawValue)" : "by index"
    let all = lines.visible.count == lines.total
    let from = lines.visible.lowerBound
    let to = lines.visible.upperBound
    let one = lines.total == 1 ? "1 \(things.dropLast())" : "all \(lines.total) \(things)"
    let range =
      all
      ? one
      : isSorted
        ? "\(things) in places \(from + 1)–\(to) of \(lines.total)"
        : "\(things) \(from)–\(to - 1) of \(lines.total)"
    let short =
      all
      ? "\(lines.total)"
      : "\(isSorted ? from + 1 : from)–\(isSorted ? to : to - 1) of \(lines.total)"
    return ["\(range), \(order)", "\(short) \(order)", order]
  }

  /// The line that names the second map.
  mutating func drawComparison() {
    guard let row = layout.comparisonRow, sheet.maps.count > 1 else { return }
    let map = sheet.maps[1]
    let words =
      LSTMQuantity(rawValue: map.quantity.rawValue).map { "\($0.letter) \($0.words)" }
      ?? Self.words(.input, state, layer)
    let end = frame.write(
      words, column: 1, row: row, style: Style(Self.ink(map.quantity), bold: true))
    let forms =
      Self.isOther(map, than: self.map)
      ? rangeForms(of: map, layout.maps[1].lines)
      : ["the same units and timesteps", "same units"]
    let room = (layout.panelColumn ?? size.width) - end - 4
    frame.write(
      forms.first { $0.count <= room } ?? "", column: end + 2, row: row, style: Style(.quiet))
  }

  mutating func drawRuler() {
    let row = LayerLayout.rulerRow
    let quiet = Style(.quiet)
    frame.write(
      layout.labelWidth >= 12 ? "timestep t" : "t", column: 1, row: row, style: quiet,
      width: layout.labelWidth - 2)
    let axis = layout.axis
    let mark = timestep >= 0 ? layout.column(timestep) : nil
    let end = layout.labelWidth + axis.columns
    for position in axis.visible where position % 10 == 0 {
      guard let column = layout.column(position) else { continue }
      let text = "\(position)"
      // The mark may not hide a digit: another number would stand there.
      if let mark, (column..<column + text.count).contains(mark) { continue }
      if column + text.count > end + 1 { continue }
      frame.write(text, column: column, row: row, style: quiet)
    }
    if axis.isCut.before {
      frame.write("‹", column: layout.labelWidth - 1, row: row, style: Style(.accent, bold: true))
    }
    if axis.isCut.after {
      frame.write("›", column: end, row: row, style: Style(.accent, bold: true))
    }
    for timestep in changedTimesteps {
      guard let column = layout.column(timestep) else { continue }
      frame.write("*", column: column, row: row, style: Style(.warning, bold: true))
    }
    if let mark { frame.write("▼", column: mark, row: row, style: Style(.accent, bold: true)) }
    guard let column = layout.valueColumn else { return }
    frame.write("   now", column: column, row: row, style: quiet)
    frame.write("scale", column: layout.scaleColumn, row: row, style: quiet, width: 5)
  }

  /// The timesteps at which a what-if erases a state of this layer.
  private var changedTimesteps: [Int] {
    state.trace.interventions.erasures.filter { $0.layer ?? name == name }.map(\.timestep)
  }

  /// The symbols that were read, or one feature; of the open observation, or of the one beside it.
  mutating func drawInput(of example: Example, isBeside: Bool = false, _ row: Int) {
    let isSymbolic = example.isSymbolic
    frame.write(isBeside ? "−" : "x", column: 1, row: row, style: Style(.title, bold: true))
    if layout.labelWidth >= 9 {
      let name = isSymbolic ? "symbol" : state.featureName(state.position.feature)
      frame.write(
        isBeside ? example.facts.name : name, column: 3, row: row, width: layout.labelWidth - 4)
    }
    let isTurned = state.moment.readsFromEnd(layer)
    let last = example.observation.timesteps - 1
    for position in layout.axis.visible where position <= last || position > timestep {
      guard let column = layout.column(position) else { continue }
      let source = isTurned ? last - position : position
      let paper: Paper = position == timestep ? .cursor : .none
      frame[column, row] =
        position > timestep
        ? Cell(.glyph("·"), Style(.ghost, on: paper))
        : isSymbolic ? symbol(example, source, paper) : feature(example, source, paper)
    }
    guard timestep >= 0, timestep <= last, let column = layout.valueColumn else { return }
    let source = isTurned ? last - timestep : timestep
    if isSymbolic {
      let facts = example.timesteps[source]
      let words = [facts.label, facts.event?.rawValue].compactMap(\.self).joined(separator: " ")
      frame.write(
        words, column: column + max(0, 6 - words.count), row: row,
        style: Style(.text, bold: facts.event != nil), width: 12)
    } else {
      let observation = example.observation
      let value = observation.values[source * observation.features + state.position.feature]
      let text = compact(value, signed: true)
      frame.write(text, column: column + max(0, 6 - text.count), row: row, style: Style(.text))
    }
  }

  private func symbol(_ example: Example, _ timestep: Int, _ paper: Paper) -> Cell {
    let facts = example.timesteps[timestep]
    var style = Style(.text, on: paper)
    switch facts.event {
    case .set: style.paper = .eventOn
    case .clear: style.paper = .eventOff
    case nil: break
    }
    style.bold = facts.event != nil || paper == .cursor
    return Cell(.glyph(facts.symbol?.unicodeScalars.first ?? "?"), style)
  }

  private func feature(_ example: Example, _ timestep: Int, _ paper: Paper) -> Cell {
    let observation = example.observation
    return Bar.cell(
      observation.values[timestep * observation.features + state.position.feature],
      scale: state.featureScale(state.position.feature), paper: paper)
  }
}
