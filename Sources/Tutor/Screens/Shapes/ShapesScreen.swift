import Engine
import Phrases
import Screen
import Vocabulary

/// Shapes and parameters of every layer and where each count comes from, with sizes to change; or the
/// same network as code.
struct ShapesScreen: Drawing {
  let state: Explorer
  let size: Size
  let sketch: Sketch
  let layout: ShapesLayout
  /// What stands below the table.
  let detail: Detail
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size) {
    self.init(state, size, state.sketch)
  }

  private init(_ state: Explorer, _ size: Size, _ sketch: Sketch) {
    self.state = state
    self.size = size
    self.sketch = sketch
    let layers = sketch.tried.layers.count
    detail = Self.detail(
      state, sketch, width: size.width,
      lines: ShapesLayout.detailRoom(layers: layers, height: size.height))
    layout = ShapesLayout(
      layers: layers, chosen: state.position.layer.place, detail: detail.height,
      height: size.height)
  }

  func resized(toHeight height: Int) -> any Drawing {
    ShapesScreen(state, Size(width: size.width, height: height), sketch)
  }

  /// Code fills the screen but for one line that says what it is.
  var contentRows: Int {
    state.position.code == .table ? layout.sentenceRows.lowerBound : size.height - 2
  }

  mutating func draw() {
    Chrome.draw(state, subject: ShapesPhrases.title(state.selectedName), place: "", on: &canvas)
    drawTabs(ShapesLayout.tabRow)
    if let code = state.shownCode {
      drawCode(code)
      return
    }
    drawSizes(layout.sizesRow)
    drawTable()
    drawDetail()
    Chrome.say(sentences, state, rows: layout.sentenceRows, on: &canvas)
    drawSpareRows()
  }

  /// The three ways to look, the open one marked.
  private mutating func drawTabs(_ row: Int) {
    for (tab, columns) in Self.tabs {
      let isOpen = tab == state.position.code
      canvas.write(
        plain: tab.title, column: columns.lowerBound, row: row,
        style: Style(isOpen ? .accent : .quiet, bold: isOpen, underlined: isOpen))
      canvas.click(
        Rect(column: columns.lowerBound, row: row, width: columns.count, height: 1),
        .does(.look(.named(.code(tab)))))
    }
    canvas.write(plain: "⇥", column: Self.tabsEnd, row: row, style: Style(.quiet))
  }

  /// Where each title stands.
  private static var tabs: [(Command.CodeName, Range<Int>)] {
    var column = 1
    return Command.CodeName.allCases.map { tab in
      defer { column += tab.title.count + 3 }
      return (tab, column..<column + tab.title.count)
    }
  }

  private static var tabsEnd: Int { (tabs.last?.1.upperBound ?? 0) + 3 }

  mutating func mark(_ isChosen: Bool, _ row: Int) {
    guard isChosen else { return }
    canvas[0, row] = Cell(.glyph("▌"), Style(.accent))
  }
}

extension ShapesScreen {
  /// The name of a layer by its place, −1 for the input.
  func layerName(_ layer: Int) -> String {
    layer < 0 ? sketch.tried.input.name : sketch.tried.layers[layer].name
  }
}

// MARK: - What it is among the screens

extension ShapesScreen: ScreenView {
  static var name: Command.ScreenName { .shapes }

  /// It has no timesteps: the wheel moves through the layers.
  static func wheel(_ distance: Int) -> Command { .select(.by(distance)) }

  static func turnLook(of position: inout Position, by distance: Int) {
    position.code = position.code.next(distance)
  }

  static func say(in text: inout PlainText) { text.addShapes() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    ShapesScreen(state, size: size)
  }
}

extension Command.CodeName {
  /// The words over the screen.
  var title: String {
    switch self {
    case .table: ShapesPhrases.tab
    case .keras: "Keras"
    case .pytorch: "PyTorch"
    }
  }
}
