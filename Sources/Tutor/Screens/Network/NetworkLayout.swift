import Engine
import Screen

/// Which line and which columns of the network screen show what, for one size of the terminal.
///
/// What a learner cannot do without comes first. Then the lines that are left are handed out in a
/// fixed order, so that a taller terminal only ever adds to what a smaller one shows.
package struct NetworkLayout: Hashable {
  /// What one line of the screen shows. Layers are named by their place in the network.
  enum Line: Hashable {
    case blank
    case pipeline
    case ruler
    case input
    /// The symbols, or the feature, of the observation that is laid over the open one.
    case besideInput
    /// What would be true at each timestep.
    case truth
    case inputDetail(Int)
    case header(Int)
    /// One of the `height` lines of a quantity, counted from its top.
    case quantity(Int, QuantityName, line: Int, height: Int)
    /// The remembered state of the same unit in the observation that is laid over the open one.
    case besideState(Int)
    case lane(Int)
    /// How large the gradient of what a layer remembers is over all of its units.
    case gradient(Int)
    /// A layer that is not recurrent, among those that are.
    case other(Int)
    case failure(Int)
    case unseen(Int)
    case dense(Int)
    case output
    case explanation(Int)
  }

  /// What a network asks of its layout.
  struct Demand: Hashable {
    /// The recurrent layers that can be computed, by their places, and what each works out.
    var recurrent: [Int]
    var quantities: [Int: [LayerQuantity]]
    /// The state that stands for the whole of each layer where there is room for one.
    var remembered: [Int: QuantityName]
    /// The one among them that is shown in full before all others.
    var focus: Int?
    /// The layers before the last recurrent one that are not recurrent.
    var others: [Int]
    /// Whether the first of those is chosen, and so comes before other layers' rows.
    var isOtherChosen: Bool
    /// The layers between the last recurrent layer and the output.
    var hiddenDense: [Int]
    /// Whether one of those, or the output, is chosen.
    var isInHead: Bool
    /// Lines that say why a layer cannot follow the one before it; none where the network is whole.
    var failureLines: Int
    /// Whether the truth is known at each timestep.
    var hasTruth: Bool
    /// Lines of the input below its first.
    var inputDetails: Int
    /// How many of them come before a second line of explanation.
    var neededDetails: Int
    /// Lines of explanation there are to show.
    var explanations: Int
    /// Timesteps, or units, that the axis has to carry.
    var positions: Int
    /// Whether each takes as many columns as there is room for, and not one.
    var takesRoom: Bool
    /// Whether other units are worth showing beside the axis.
    var wantsSample: Bool
    /// Whether each layer has a row for its gradient.
    var showsGradients = false
    /// Whether a second observation is laid over the open one.
    var hasBeside: Bool
  }

  /// The lines between the title and the footer.
  let lines: [Line]
  /// The columns before the axis, a mark, a letter and, where there is room, the name; and behind it.
  let margins: TimeAxis.Margins
  /// The columns of the axis.
  let axisColumns: Int
  /// The layer that is shown in full before all others.
  let focus: Int?
  /// The columns for a sample of the other units, 0 where there is no room for them.
  let sampleColumns: Int

  /// The smallest terminal in which the screen is complete.
  package static let minimum = Size(width: 60, height: 18)

  /// Lines of explanation there is room for.
  var explanationCount: Int {
    lines.count { if case .explanation = $0 { true } else { false } }
  }
  var labelWidth: Int { margins.label }
  var showsNames: Bool { labelWidth > 3 }
  /// Whether the scale stands beside the value.
  var showsScale: Bool { margins.behind > 7 }
  var valueColumn: Int { labelWidth + axisColumns + 1 }
  var scaleColumn: Int { valueColumn + 7 }
  var sampleColumn: Int { (showsScale ? scaleColumn + 5 : valueColumn + 6) + 2 }

  init(_ demand: Demand, size: Size) {
    let width = size.width
    // Names and scales give way before a timestep does.
    let choices = [(17, 13), (3, 13), (3, 7)].map { TimeAxis.Margins(label: $0.0, behind: $0.1) }
    margins = TimeAxis.Margins.fitting(choices, width: width, timesteps: demand.positions)
    focus = demand.focus
    let room = margins.room(in: width)
    let each = demand.takesRoom ? TimeAxis.columnsEach(demand.positions, room: room) : 1
    axisColumns = min(demand.positions * each, room)
    let rest = width - margins.label - margins.behind - axisColumns - 2
    sampleColumns = demand.wantsSample && rest >= 8 ? min(rest - 1, 64) : 0
    lines = Self.lines(demand, height: max(0, size.height - 2))
  }

  private static func lines(_ demand: Demand, height: Int) -> [Line] {
    var rows = NetworkRows(demand)
    rows.spend(height)
    return Array(rows.lines.prefix(height))
  }
}
