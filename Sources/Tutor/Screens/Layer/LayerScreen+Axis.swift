import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// What stands above the map: the quantities to choose from, the ruler, and what was read.
extension LayerScreen {
  mutating func drawTabs() {
    let row = LayerLayout.tabsRow
    canvas.name(.word("tabs"), row: row)
    let ranges = rangeForms(of: map, layout.maps[0].lines)
    let long = tabs(inWords: true)
    let short = tabs(inWords: false)
    let room = size.width - 2
    let length = { (tabs: [Tab]) in tabs.reduce(0) { $0 + $1.text.count + 1 } }
    let fitting = [long, short].first { length($0) + 2 + ranges.wanted.count <= room }
    let tabs = fitting ?? short
    var column = 1
    for tab in tabs {
      column = canvas.write(plain: tab.text, column: column, row: row, style: tab.style) + 1
    }
    let rest = size.width - column - 2
    guard let range = Fitted.whole(ranges.forms, width: rest) else { return }
    canvas.write(range, column: size.width - range.count - 1, row: row, style: Style(.quiet))
  }

  private struct Tab {
    var text: String
    var style: Style
  }

  private func tabs(inWords: Bool) -> [Tab] {
    let own = state.quantities(of: layer)
    return ((own.isEmpty ? [.output] : own) + [.input]).map { quantity in
      let letter = quantity == .output ? "y" : quantity.symbol
      let words = quantity == .output ? LayerPhrases.outputs : quantity.words
      let isChosen = quantity == map.quantity
      let isCompared = quantity == state.position.comparison
      let text = isChosen || isCompared || inWords ? "\(letter) \(words)" : "\(letter)"
      return Tab(
        text: " \(text) ",
        style: Style(
          Self.ink(quantity), on: isChosen ? .selection : .none, bold: isChosen,
          underlined: isCompared && !isChosen))
    }
  }

  /// Which rows of a map are shown, in which order and on which scale, the longest form first; and the
  /// one for which words give way.
  private func rangeForms(
    of map: HeatMap, _ lines: MapLines
  ) -> (forms: [Phrase], wanted: Phrase) {
    let row = Self.rowKind(of: map, state, layer)
    let isSorted = sheet.ranking.order != .index && !Self.isOther(map, than: self.map)
    let order = (isSorted ? sheet.ranking.order : .index).rawValue
    let forms =
      lines.visible.count == lines.total
      ? LayerPhrases.allRows(lines.total, row, by: order)
      : isSorted
        ? LayerPhrases.places(lines.visible, of: lines.total, row, by: order)
        : LayerPhrases.rows(lines.visible, of: lines.total, row, by: order)
    let scales = self.scales(of: map).map { LayerPhrases.scales(isEach: $0, row) } ?? []
    let both =
      scales.prefix(1).map { forms[0] + $0 }
      + forms.flatMap { form in
        scales.dropFirst().map { form + $0 }
      }
    return (both + forms, both.dropFirst(2).first ?? forms[1])
  }

  /// Whether each row of a map has a scale of its own; nil where the quantity's bounds are the scale in
  /// any case.
  private func scales(of map: HeatMap) -> Bool? {
    map.isEach
      ? true : state.moment.reachesDifferently(map.quantity, layer) && map.rows > 1 ? false : nil
  }

  /// The line that names the second map.
  mutating func drawComparison() {
    guard let row = layout.comparisonRow, sheet.maps.count > 1 else { return }
    let map = sheet.maps[1]
    let words =
      map.quantity.recurrent.map { "\($0.symbol) \($0.words)" }
      ?? Self.words(.input, state, layer)
    let end = canvas.write(
      plain: words, column: 1, row: row, style: Style(Self.ink(map.quantity), bold: true))
    let forms: [Phrase] =
      Self.isOther(map, than: self.map)
      ? rangeForms(of: map, layout.maps[1].lines).forms
      : LayerPhrases.sameRows
    let room = size.width - end - 4
    canvas.write(
      Fitted.whole(forms, width: room) ?? "", column: end + 2, row: row, style: Style(.quiet))
  }

  mutating func drawRuler() {
    let row = LayerLayout.rulerRow
    // The map has no edge of its own: where it goes on is to be seen.
    layout.axis.ruler(
      marked: state.changedTimesteps(of: layer), cut: Style(.accent, bold: true), row: row,
      on: &canvas)
  }

  /// The symbols that were read, or one feature; of the open observation, or of the one beside it.
  mutating func drawInput(of example: Example, isBeside: Bool = false, _ row: Int) {
    canvas.name(.x, row: row, timeline: inputColumns)
    canvas.write(plain: isBeside ? "−" : "x", column: 1, row: row, style: Style(.title, bold: true))
    let feature = state.position.feature
    if layout.labelWidth >= 9 {
      let name =
        example.isSymbolic
        ? Fitted.form([state.inputName, ""], width: layout.labelWidth - 4)
        : state.featureName(feature)
      canvas.write(
        plain: isBeside ? example.facts.name : name, column: 3, row: row,
        width: layout.labelWidth - 4)
    }
    let isTurned = state.moment.readsFromEnd(layer)
    let last = example.observation.timesteps - 1
    let timeline = state.timeline
    let reading = TimeAxis.Reading(
      example: example, feature: feature, scale: state.featureScale(feature),
      source: { $0 > last ? nil : isTurned ? last - $0 : $0 }, isRead: timeline.hasRead)
    layout.axis.input(reading, row: row, on: &canvas)
    guard let timestep, let source = reading.source(timestep), let column = layout.valueColumn
    else { return }
    if example.isSymbolic {
      layout.axis.symbol(example.timesteps[source], room: 12, row: row, on: &canvas)
    } else {
      let text = compact(reading.value(at: source), signed: true)
      canvas.write(
        text, column: column + max(0, 6 - text.count), row: row, style: Style(.text))
    }
  }

  /// The timesteps of the input's columns: that of a layer which reads from the end is not in the order
  /// of its own timesteps.
  var inputColumns: Columns? {
    state.moment.readsFromEnd(layer) ? nil : layout.axis.columns
  }
}
