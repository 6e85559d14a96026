import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// One recurrent layer as a map: a row a unit, on the time axis of the network screen, for any quantity; a
/// second one below it.
struct LayerScreen: Drawing {
  let state: Explorer
  let size: Size
  /// The layer's place in the network.
  let layer: Int
  let sheet: LayerSheet
  let layout: LayerLayout
  var canvas = Canvas.none

  init(_ state: Explorer, layer: Int, _ sheet: LayerSheet, size: Size) {
    self.state = state
    self.size = size
    self.layer = layer
    self.sheet = sheet
    let compared = sheet.maps.dropFirst().first.map { map in
      LayerLayout.Demand.Compared(
        rows: map.rows,
        place: Self.isOther(map, than: sheet.maps[0])
          ? Self.row(of: map, state, layer) : sheet.ranking.place(of: state.moment.row))
    }
    layout = LayerLayout(
      LayerLayout.Demand(
        timesteps: state.timesteps, timestep: state.position.timestep,
        place: sheet.ranking.place(of: state.moment.row), rows: sheet.maps[0].rows,
        compared: compared, hasHalfCells: state.hasHalfCells,
        hasSecondInput: state.moment.beside != nil,
        quantities: state.shownQuantities(of: layer),
        others: sheet.maps[0].quantity == .input ? 0 : min(3, sheet.maps[0].rows - 1)),
      size: size)
  }

  func resized(toHeight height: Int) -> any Drawing {
    LayerScreen(state, layer: layer, sheet, size: Size(width: size.width, height: height))
  }

  var contentRows: Int { layout.sentences.lowerBound }

  mutating func draw() {
    Chrome.draw(state, subject: subject, on: &canvas)
    // Between title and footer a click goes to its column's timestep, unless it hits another unit.
    canvas.goes(layout.axis.columns, rows: 1..<size.height - 1)
    drawTabs()
    drawRuler()
    drawInput(of: state.example, LayerLayout.inputRow)
    if let beside = state.moment.beside {
      drawInput(of: beside.example, isBeside: true, LayerLayout.inputRow + 1)
    }
    for index in layout.maps.indices { drawMap(index) }
    drawComparison()
    drawUnits()
    Chrome.say(LayerWords(self).sentences, state, rows: layout.sentences, on: &canvas)
  }
}

// MARK: - What it is among the screens

extension LayerScreen: ScreenView {
  static var name: Command.ScreenName { .layer }
  static var deeper: Command.ScreenName? { .unit }
  static var shownLayers: ShownLayers { .mapped }

  static func turnLook(of position: inout Position, by distance: Int) {
    let all = position.shownQuantities
    position.quantity =
      all[
        turned(all.firstIndex(of: position.quantity) ?? 0, by: distance, of: all.count)]
  }

  static func cursor(_ state: Explorer) -> Quantity {
    state.addressOfRead
      ?? state.address(
        of: state.position.quantity.recurrent ?? .hiddenState)
  }

  static func say(in text: inout PlainText) { text.addLayer() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    guard let layer = state.moment.shownLayer, let sheet = state.moment.currentSheet else {
      return WordsScreen(state: state, size: size, sentences: [LayerPhrases.noNumbers]) {
        $0 / 2..<$0 / 2 + 2
      }
    }
    return LayerScreen(state, layer: layer, sheet, size: size)
  }
}

// MARK: - What is shown

extension LayerScreen {
  var name: String { state.position.description.layers[layer].name }
  var map: HeatMap { sheet.maps[0] }
  var timestep: Int? { state.position.timestep }

  /// The number of the row that the cursor is on.
  var row: Int { state.moment.row }

  /// Whether one of two maps is of units and the other of what the layer reads.
  static func isOther(_ map: HeatMap, than other: HeatMap) -> Bool {
    (map.quantity == .input) != (other.quantity == .input)
  }

  /// The number of the cursor's row in a map.
  static func row(of map: HeatMap, _ state: Explorer, _ layer: Int) -> Int {
    map.quantity == .input ? state.moment.readRow(layer) : state.position.units[layer]
  }

  /// The number of the row at a place of a map. A map of other things than the sorted ones stands in
  /// the order of their numbers.
  func row(at place: Int, of map: HeatMap) -> Int {
    Self.isOther(map, than: self.map) ? place : sheet.ranking.rows[place]
  }

  private var subject: String {
    let what = Self.words(map.quantity, state, layer)
    if let beside = state.moment.beside {
      return LayerPhrases.title(name, what, minus: beside.example.facts.name)
    }
    return map.quantity == .input
      ? LayerPhrases.title(name, what) : LayerPhrases.title(name, what, units: map.rows)
  }

  /// What a quantity is called.
  static func words(_ quantity: QuantityName, _ state: Explorer, _ layer: Int) -> String {
    if let quantity = quantity.recurrent { return quantity.words }
    if quantity == .output { return LayerPhrases.outputs }
    return state.position.description.before(layer)
      .map { LayerPhrases.read(of: state.position.description.layers[$0].name) }
      ?? LayerPhrases.features
  }

  /// The letter of a quantity in the equations.
  static func letter(_ quantity: QuantityName) -> Character {
    quantity == .output ? "y" : quantity.letter
  }

  static func ink(_ quantity: QuantityName) -> Ink {
    quantity.recurrent?.ink ?? .title
  }

  /// What a row of a map is.
  static func rowKind(of map: HeatMap, _ state: Explorer, _ layer: Int) -> LayerPhrases.Row {
    map.quantity == .input && state.position.description.before(layer) == nil ? .feature : .unit
  }

  /// What a row of a map is called.
  func rowName(_ row: Int, of map: HeatMap) -> Phrase {
    map.quantity == .input && state.position.description.before(layer) == nil
      ? Phrase(plain: state.featureName(row)) : SharedPhrases.unit(row)
  }
}
