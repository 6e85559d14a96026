import Screen

/// Which rows and columns of the layer screen show what, for one size of the terminal.
struct LayerLayout: Hashable {
  /// What has to be placed.
  struct Demand: Hashable {
    var timesteps: Int
    /// The current timestep, and the place of the cursor's row among the rows as they are sorted.
    var timestep: Int?
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

  /// The columns of the timesteps, the same in every map. The cursor's value stands behind them where
  /// there is room.
  let axis: TimeAxis
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
    // Scores, then the value beside the map give way before a timestep does.
    let choices = [(17, 13), (9, 13), (max(3, digits + 1), 6)].map {
      TimeAxis.Margins(label: $0.0, behind: $0.1)
    }
    let margins = TimeAxis.Margins.fitting(choices, width: width, timesteps: demand.timesteps)
    let hasValue = margins.behind >= 13
    axis = TimeAxis(
      width: width, margins: margins, timesteps: demand.timesteps, current: demand.timestep,
      valueGap: hasValue ? 1 : nil, scaleGap: margins.behind - 5)
    scaleColumn = axis.last + margins.behind - 5
    let panel = axis.last + margins.behind + 2
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

  /// The columns before the axis: a mark, the unit and, where there is room, its score.
  var labelWidth: Int { axis.labelWidth }
  /// Where the cursor's value stands; nil where there is no room beside the axis.
  var valueColumn: Int? { axis.values?.value }
}
