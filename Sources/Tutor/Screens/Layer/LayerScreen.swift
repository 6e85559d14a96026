import Engine
import Screen
import Vocabulary

/// One LSTM layer as a map: a row a unit, a column a timestep, on the time axis of the network
/// screen, for any quantity; a second one below it.
struct LayerScreen {
  let state: State
  let size: Size
  /// The layer's place in the network.
  let layer: Int
  let sheet: LayerSheet
  let layout: LayerLayout
  var frame: Frame

  /// The finished frame.
  static func frame(_ state: State, size: Size) -> Frame {
    guard let layer = state.moment.shownLayer, let sheet = state.moment.currentSheet else {
      var frame = Frame(size)
      Chrome.draw(state, on: &frame)
      let row = size.height / 2
      Chrome.say(
        ["This layer has no numbers: the network cannot be built. Press esc, or u to undo."],
        state, rows: row..<row + 2, on: &frame)
      return frame
    }
    var screen = LayerScreen(state, layer: layer, sheet, size: size)
    screen.draw()
    return screen.frame
  }

  private init(_ state: State, layer: Int, _ sheet: LayerSheet, size: Size) {
    self.state = state
    self.size = size
    self.layer = layer
    self.sheet = sheet
    layout = Self.layout(state, layer, sheet, size)
    frame = Frame(size)
  }

  private static func layout(
    _ state: State, _ layer: Int, _ sheet: LayerSheet, _ size: Size
  ) -> LayerLayout {
    let compared = sheet.maps.dropFirst().first.map { map in
      LayerLayout.Demand.Compared(
        rows: map.rows,
        place: Self.isOther(map, than: sheet.maps[0])
          ? Self.row(of: map, state, layer) : sheet.ranking.place(of: state.moment.row))
    }
    return LayerLayout(
      LayerLayout.Demand(
        timesteps: state.timesteps, timestep: state.position.timestep,
        place: sheet.ranking.place(of: state.moment.row), rows: sheet.maps[0].rows,
        compared: compared, hasHalfCells: state.hasHalfCells,
        hasSecondInput: state.moment.beside != nil),
      size: size)
  }

  /// The layout that the screen has at a size, to find what a click hits; nil where there is no map.
  static func layout(_ state: State, size: Size) -> LayerLayout? {
    guard let layer = state.moment.shownLayer, let sheet = state.moment.currentSheet else {
      return nil
    }
    return layout(state, layer, sheet, size)
  }

  private mutating func draw() {
    Chrome.draw(state, subject: subject, on: &frame)
    drawTabs()
    drawRuler()
    drawInput(of: state.example, LayerLayout.inputRow)
    if let beside = state.moment.beside {
      drawInput(of: beside.example, isBeside: true, LayerLayout.inputRow + 1)
    }
    for index in layout.maps.indices { drawMap(index) }
    drawComparison()
    drawPanel()
    let words = LayerWords(self)
    Chrome.say(words.sentences, state, rows: layout.sentences, on: &frame)
    nameParts()
  }
}

// MARK: - What is shown

extension LayerScreen {
  var name: String { state.position.description.layers[layer].name }
  var map: HeatMap { sheet.maps[0] }
  var timestep: Int { state.position.timestep }

  /// The number of the row that the cursor is on.
  var row: Int { state.moment.row }

  /// Whether one of two maps is of units and the other of what the layer reads.
  static func isOther(_ map: HeatMap, than other: HeatMap) -> Bool {
    (map.quantity == .input) != (other.quantity == .input)
  }

  /// The number of the cursor's row in a map.
  static func row(of map: HeatMap, _ state: State, _ layer: Int) -> Int {
    map.quantity == .input ? state.moment.readRow(layer) : state.position.units[layer]
  }

  /// The number of the row at a place of a map. A map of other things than the sorted ones stands in
  /// the order of their numbers.
  func row(at place: Int, of map: HeatMap) -> Int {
    Self.isOther(map, than: self.map) ? place : sheet.ranking.rows[place]
  }

  private var subject: String {
    let what = Self.words(map.quantity, state, layer)
    let count =
      map.quantity == .input ? what : "\(what) of \(map.rows == 1 ? "1 unit" : "\(map.rows) units")"
    guard let beside = state.moment.beside else { return "\(name) · \(count)" }
    return "\(name) · \(what), minus \(beside.example.facts.name)"
  }

  /// What a quantity is called.
  static func words(_ quantity: Command.MapQuantity, _ state: State, _ layer: Int) -> String {
    if let quantity = LSTMQuantity(rawValue: quantity.rawValue) { return quantity.words }
    return layer == 0
      ? "the features it reads"
      : "what it reads of \(state.position.description.layers[layer - 1].name)"
  }

  /// The letter of a quantity in the equations.
  static func letter(_ quantity: Command.MapQuantity) -> Character {
    LSTMQuantity(rawValue: quantity.rawValue)?.letter ?? "x"
  }

  static func ink(_ quantity: Command.MapQuantity) -> Ink {
    LSTMQuantity(rawValue: quantity.rawValue)?.ink ?? .title
  }

  /// What a row of a map is called.
  func rowName(_ row: Int, of map: HeatMap) -> String {
    map.quantity == .input && layer == 0 ? state.featureName(row) : "unit \(row)"
  }
}
