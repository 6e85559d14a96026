import Engine
import NetworkCode
import Phrases
import Screen
import Wording

/// The table of the shapes screen: cells as texts, and which columns a width holds.
struct ShapesTable {
  enum Column: Int, CaseIterable {
    case name, kind, shape, count, derivation, opened, torch, torchDerivation

    var title: String {
      switch self {
      case .name: ShapesPhrases.layer
      case .kind: ShapesPhrases.type
      case .shape: ShapesPhrases.output
      case .count: "Keras"
      case .derivation, .torchDerivation: ShapesPhrases.derivation
      case .opened: ShapesPhrases.before
      case .torch: "PyTorch"
      }
    }

    var isRight: Bool { self == .count || self == .torch || self == .opened }
    /// Which columns stay where there is no room for all: 0 stays longest.
    fileprivate var rank: Int {
      switch self {
      case .name, .shape, .count: 0
      case .derivation: 1
      case .torch: 2
      case .opened: 3
      case .kind: 4
      case .torchDerivation: 5
      }
    }
  }

  struct Row {
    var cells: [Column: Phrase] = [:]
    /// The cells that are other than in the opened network.
    var changed: Set<Column> = []
    /// What stands in the place of numbers where the layer cannot be built.
    var failure: String?
    var isBroken = false
  }

  let rows: [Row]
  let total: Row
  /// The columns shown, each with its first column on the screen and its width.
  let columns: [(column: Column, start: Int, width: Int)]

  init(_ sketch: Sketch, width: Int) {
    rows = (-1..<sketch.tried.layers.count).map { Self.row(sketch, $0) }
    total = Self.total(sketch)
    let all = rows + [total]
    var widths: [Column: Int] = [:]
    for column in Column.allCases {
      let cells = all.compactMap { $0.cells[column]?.count }
      // Where no count changed there is nothing to say of before.
      guard column != .opened || cells.max() != nil else { continue }
      widths[column] = max(column.title.count, cells.max() ?? 0)
    }
    // A long name gives way to the numbers.
    widths[.name] = min(widths[.name] ?? 0, max(8, width / 5))
    // A mark before the first, a mark and a space before each other.
    var used = 1
    var chosen: [Column] = []
    for column in widths.keys.sorted(by: { ($0.rank, $0.rawValue) < ($1.rank, $1.rawValue) }) {
      let needed = (widths[column] ?? 0) + (column == .name ? 0 : 2)
      guard used + needed < width || column.rank == 0 else { continue }
      used += needed
      chosen.append(column)
    }
    var start = 1
    let shown = chosen.sorted { $0.rawValue < $1.rawValue }
    // What is left goes between the columns, not to the right of them.
    let spread = min(2, max(0, width - used - 1) / max(1, shown.count - 1))
    columns = shown.map { column in
      let width = widths[column] ?? 0
      defer { start += width + 2 + spread }
      return (column, start, width)
    }
  }

  private static func row(_ sketch: Sketch, _ index: Int) -> Row {
    var row = Row()
    guard index >= 0 else {
      row.cells = [
        .name: Phrase(plain: sketch.tried.input.name), .kind: "Input",
        .shape: "\(keras: sketch.tried.input.shape)", .count: "0", .torch: "0",
      ]
      if sketch.hasOtherShape(index) { row.changed.insert(.shape) }
      if let failure = sketch.plan.failure, failure.layerName == sketch.tried.input.name {
        row.failure = failure.error.description
        row.isBroken = true
      }
      return row
    }
    let layer = sketch.tried.layers[index]
    row.cells = [
      .name: Phrase(plain: layer.name), .kind: Phrase(plain: layer.kind),
    ]
    guard let planned = sketch.layer(index) else {
      let failure = sketch.plan.failure
      row.isBroken = failure?.layerIndex == index
      row.failure =
        row.isBroken
        ? "✗ " + (failure.map { KerasCode.short($0.error) } ?? "") : ShapesPhrases.notReached
      return row
    }
    let shapes = ([planned.outputShape] + planned.stateShapes).map { shape -> Phrase in
      "\(keras: shape)"
    }
    row.cells[.shape] = Phrase.joined(shapes, separator: " ")
    row.cells[.count] = "\(grouped: planned.parameters.total)"
    row.cells[.derivation] = Phrase(reading: planned.parameters.derivation)
    row.cells[.torch] = "\(grouped: planned.torchParameters.total)"
    row.cells[.torchDerivation] =
      planned.torchParameters == planned.parameters
      ? ShapesPhrases.same : Phrase(reading: planned.torchParameters.derivation)
    if sketch.hasOtherShape(index) { row.changed.insert(.shape) }
    if sketch.hasOtherCount(index) {
      row.changed.formUnion([.count, .torch])
      row.cells[.opened] = sketch.openedLayer(index).map { "\(grouped: $0.parameters.total)" }
    }
    return row
  }

  private static func total(_ sketch: Sketch) -> Row {
    var row = Row()
    row.cells[.name] = ShapesPhrases.total
    row.cells[.shape] = ShapesPhrases.batchBriefly
    guard let total = sketch.plan.parameterCount, let torch = sketch.plan.torchParameterCount else {
      row.failure = SharedPhrases.noneBuilt
      return row
    }
    row.cells[.count] = "\(grouped: total)"
    row.cells[.torch] = "\(grouped: torch)"
    if let before = sketch.openedPlan.parameterCount, before != total {
      row.changed = [.count, .torch]
      row.cells[.opened] = "\(grouped: before)"
    }
    return row
  }
}
