import Engine
import Screen
import Vocabulary

/// Shapes and parameters of every layer and where each count comes from, with sizes to change; or the
/// same network as code.
struct ShapesScreen {
  let state: State
  let size: Size
  let sketch: Sketch
  let layout: ShapesLayout
  var frame: Frame

  init(_ state: State, size: Size) {
    self.state = state
    self.size = size
    sketch = state.sketch
    layout = ShapesLayout(
      layers: sketch.tried.layers.count, chosen: state.position.layer.place,
      detail: Self.detailLines(state, sketch, width: size.width).count, height: size.height)
    frame = Frame(size)
  }

  static func frame(_ state: State, size: Size) -> Frame {
    var screen = ShapesScreen(state, size: size)
    screen.draw()
    return screen.frame
  }

  private mutating func draw() {
    Chrome.draw(state, subject: "shapes · \(state.selectedName)", place: "", on: &frame)
    drawTabs(ShapesLayout.tabRow)
    if let code = state.shownCode {
      drawCode(code)
    } else {
      drawSizes(layout.sizesRow)
      drawTable()
      drawDetail()
      Chrome.say(sentences, state, rows: layout.sentenceRows, on: &frame)
      drawSpareRows()
      nameParts()
    }
  }

  /// The three ways to look, the open one marked.
  private mutating func drawTabs(_ row: Int) {
    for (tab, columns) in Self.tabs {
      let isOpen = tab == state.position.code
      frame.write(
        tab.title, column: columns.lowerBound, row: row,
        style: Style(isOpen ? .accent : .quiet, bold: isOpen, underlined: isOpen))
    }
    frame.write("⇥", column: Self.tabsEnd, row: row, style: Style(.quiet))
  }

  /// Where each title stands.
  static var tabs: [(Command.CodeName, Range<Int>)] {
    var column = 1
    return Command.CodeName.allCases.map { tab in
      defer { column += tab.title.count + 3 }
      return (tab, column..<column + tab.title.count)
    }
  }

  private static var tabsEnd: Int { (tabs.last?.1.upperBound ?? 0) + 3 }

  mutating func mark(_ isChosen: Bool, _ row: Int) {
    guard isChosen else { return }
    frame[0, row] = Cell(.glyph("▌"), Style(.accent))
  }
}

extension Command.CodeName {
  /// The words over the screen.
  var title: String {
    switch self {
    case .table: "shapes"
    case .keras: "Keras"
    case .pytorch: "PyTorch"
    }
  }
}
