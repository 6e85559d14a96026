import Screen

/// Which rows and columns of the layer screen show what, for one size of the terminal.
struct LayerLayout: Hashable {
  /// What has to be placed.
  struct Demand: Hashable {
    var timesteps: Int
    /// The current timestep, and the place of the cursor's row among the rows as they are sorted.
    var timestep: Int
    var place: Int
    var rows: Int
    /// The rows of the map below, and the cursor's place there; nil without one.
    var compared: Compared?
    var hasHalfCells: Bool
    /// Whether the input of a second observation stands below that of the open one.
    var hasSecondInput = false

    struct Compared: Hashable {
      var rows: Int
      var place: Int
    }
  }

  static let tabsRow = 1
  static let rulerRow = 2
  static let inputRow = 3

  /// The columns before the axis: a mark, the unit and, where there is room, its score.
  let labelWidth: Int
  let axis: Axis
  /// Where the cursor's value stands; nil where there is no room beside the axis.
  let valueColumn: Int?
  /// The colours of the scale; their numbers stand right of them.
  let scaleColumn: Int
  /// All numbers of the cursor, where the width allows.
  let panelColumn: Int?
  /// The first row of each map, and its lines.
  let maps: [Map]
  /// The line that names the second map.
  let comparisonRow: Int?
  let sentences: Range<Int>

  struct Map: Hashable {
    let first: Int
    let lines: MapLines
  }

  /// The columns of the scale, its numbers among them.
  static let scaleWidth = 5
  /// The columns that a full panel takes.
  static let panelWidth = 24

  init(_ demand: Demand, size: Size) {
    let width = size.width
    let digits = String(max(0, demand.rows - 1)).count
    let wanted = min(demand.timesteps, 50)
    // Scores, then the value beside the map give way before a timestep does.
    let choices = [(17, 13), (9, 13), (max(3, digits + 1), 6)]
    let chosen = choices.first { width - $0.0 - $0.1 >= wanted } ?? choices[2]
    labelWidth = chosen.0
    let room = width - chosen.0 - chosen.1
    axis = Axis(count: demand.timesteps, current: max(0, demand.timestep), columns: room)
    let end = labelWidth + axis.columns
    valueColumn = chosen.1 >= 13 ? end + 1 : nil
    scaleColumn = end + chosen.1 - 5
    let panel = end + chosen.1 + 2
    panelColumn = width - panel >= Self.panelWidth ? panel : nil
    let height = size.height
    let said = height < 22 ? 1 : height < 28 || panelColumn != nil ? 2 : 3
    sentences = (height - 1 - said)..<(height - 1)
    let first = Self.inputRow + (demand.hasSecondInput ? 2 : 1)
    let lines = sentences.lowerBound - first - (height >= 44 ? 1 : 0)
    guard let compared = demand.compared else {
      comparisonRow = nil
      maps = [Map(first: first, lines: MapLines(demand.rows, demand.place, lines, demand))]
      return
    }
    let above = MapLines(demand.rows, demand.place, (lines - 1) / 2, demand)
    // The same units have the same lines; features and units share what there is.
    let isSame = compared.rows == demand.rows && compared.place == demand.place
    let below =
      isSame
      ? above : MapLines(compared.rows, compared.place, lines - 1 - above.count, demand)
    let row = first + above.count
    comparisonRow = row
    maps = [
      Map(first: first, lines: above),
      Map(first: row + 1, lines: below),
    ]
  }

  /// The column on the screen of a timestep.
  func column(_ timestep: Int) -> Int? { axis.column(of: timestep).map { labelWidth + $0 } }

  /// The timestep of a column on the screen.
  func timestep(atColumn column: Int) -> Int? {
    let place = column - labelWidth
    return (0..<axis.columns).contains(place) ? axis.visible.lowerBound + place : nil
  }

  /// The place, as rows are sorted, of a line of the upper map.
  func place(atRow row: Int) -> Int? { maps.first.flatMap { $0.lines.place(of: row - $0.first) } }
}

/// The lines of a map: which rows each of them shows, by their place in the shown order.
struct MapLines: Hashable {
  enum Line: Hashable {
    /// Two rows as two halves of a line; the last may stand alone.
    case pair(Int, Int?)
    /// One of the `height` lines of one row, drawn as bars.
    case single(Int, line: Int, height: Int)
  }

  let lines: [Line]
  /// The places shown.
  let visible: Range<Int>
  let total: Int

  /// `total` rows in at most `room` lines with the one at `place` among them.
  ///
  /// As long as all fit, each has a line or several. More stand two to a line where colours can tell
  /// them apart, and the pair with the cursor is opened: its two rows are bars, as on every screen.
  /// So the other lines stay where they are while the cursor moves on.
  init(_ total: Int, _ place: Int, _ room: Int, _ demand: LayerLayout.Demand) {
    self.total = total
    guard room > 0, total > 0 else {
      lines = []
      visible = 0..<0
      return
    }
    if total <= room {
      visible = 0..<total
      lines = Self.singles(visible, height: Self.height(room / total))
      return
    }
    let pairs = (total + 1) / 2
    guard demand.hasHalfCells, room >= 3 else {
      visible = Axis(count: total, current: place, columns: room).visible
      lines = Self.singles(visible, height: 1)
      return
    }
    let shown = Axis(count: pairs, current: place / 2, columns: room - 1).visible
    visible = shown.lowerBound * 2..<min(total, shown.upperBound * 2)
    let height = Self.height(1 + (room - shown.count - 1) / 2)
    lines = shown.flatMap { pair -> [Line] in
      let rows = pair * 2..<min(total, pair * 2 + 2)
      if pair == place / 2 { return Self.singles(rows, height: height) }
      return [.pair(rows.lowerBound, rows.count > 1 ? rows.lowerBound + 1 : nil)]
    }
  }

  var count: Int { lines.count }

  /// The row that a line shows, the upper one of two.
  func place(of line: Int) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    switch lines[line] {
    case .pair(let place, _), .single(let place, _, _): return place
    }
  }

  private static func singles(_ rows: Range<Int>, height: Int) -> [Line] {
    rows.flatMap { row in (0..<height).map { .single(row, line: $0, height: height) } }
  }

  /// Bars are one, two or four lines high, so that zero lies between two lines.
  private static func height(_ room: Int) -> Int { room >= 4 ? 4 : room >= 2 ? 2 : 1 }
}
