import Engine
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
    /// What the layer works out of a unit: below the map each has a row.
    var quantities: [LayerQuantity] = []
    /// How many other units are worth showing below the chosen one.
    var others = 0

    struct Compared: Hashable {
      var rows: Int
      var place: Int
    }
  }

  static let tabsRow = 1
  static let rulerRow = 2
  static let inputRow = 3

  /// The columns of the timesteps, the same in every map and in the rows of single units.
  let axis: TimeAxis
  /// The colours of the scale; their numbers stand right of them.
  let scaleColumn: Int
  /// The number of a single unit's row at the cursor, and what a full bar of it stands for.
  let unitValues: ValueColumns
  /// The first row of each map, and its lines.
  let maps: [Map]
  /// The line that names the second map.
  let comparisonRow: Int?
  /// The first row of the rows of single units, and what stands on them.
  let unitsRow: Int
  let units: UnitLines
  let sentences: Range<Int>

  struct Map: Hashable {
    let first: Int
    let lines: MapLines
  }

  /// The columns of the scale, its numbers among them.
  static let scaleWidth = 5

  init(_ demand: Demand, size: Size) {
    let margins = Self.margins(demand, width: size.width)
    let hasValue = margins.behind >= 13
    axis = TimeAxis(
      width: size.width, margins: margins, timesteps: demand.timesteps, current: demand.timestep,
      valueGap: hasValue ? 1 : nil, scaleGap: margins.behind - 5)
    scaleColumn = axis.last + margins.behind - Self.scaleWidth
    unitValues = ValueColumns(
      value: axis.last + min(1, margins.behind - 6), scale: hasValue ? axis.last + 8 : nil,
      end: size.width)
    let height = size.height
    let said = height < 22 ? 1 : height < 44 ? 2 : 3
    sentences = (height - 1 - said)..<(height - 1)
    let first = Self.inputRow + (demand.hasSecondInput ? 2 : 1)
    let lines = sentences.lowerBound - first - (height >= 44 ? 1 : 0)
    units = UnitLines(demand, room: lines)
    // The rows of a unit say whose they are, or a line parts them from the map.
    maps = Self.maps(demand, first: first, lines: lines - units.count)
    comparisonRow = maps.count > 1 ? maps[1].first - 1 : nil
    unitsRow = maps.last.map { $0.first + $0.lines.count } ?? first
  }

  /// Scores, then the value beside the map give way before a timestep does, and where each then takes
  /// half as many columns again.
  private static func margins(_ demand: Demand, width: Int) -> TimeAxis.Margins {
    let digits = String(max(0, demand.rows - 1)).count
    let choices = [(17, 13), (9, 13), (max(3, digits + 1), 6)].map {
      TimeAxis.Margins(label: $0.0, behind: $0.1)
    }
    return TimeAxis.Margins.fitting(choices, width: width, timesteps: demand.timesteps)
      .narrowed(
        to: TimeAxis.Margins(label: 9, behind: 7), width: width, timesteps: demand.timesteps)
  }

  private static func maps(_ demand: Demand, first: Int, lines: Int) -> [Map] {
    guard let compared = demand.compared else {
      return [Map(first: first, lines: MapLines(demand.rows, demand.place, lines, demand))]
    }
    let above = MapLines(demand.rows, demand.place, (lines - 1) / 2, demand)
    // The same units have the same lines; features and units share what there is.
    let isSame = compared.rows == demand.rows && compared.place == demand.place
    let below =
      isSame
      ? above : MapLines(compared.rows, compared.place, lines - 1 - above.count, demand)
    return [
      Map(first: first, lines: above), Map(first: first + above.count + 1, lines: below),
    ]
  }

  /// The columns before the axis: a mark, the unit and, where there is room, its score.
  var labelWidth: Int { axis.labelWidth }
  /// Where the cursor's value stands; nil where there is no room beside the axis.
  var valueColumn: Int? { axis.values?.value }
}
