import Engine
import Insight
import Screen
import Vocabulary

/// The home screen: the whole network on one time axis, so that the eye reads cause and effect straight
/// down.
struct NetworkScreen: Drawing {
  let state: Explorer
  let size: Size
  let layout: NetworkLayout
  /// The columns of the timesteps.
  let time: TimeAxis
  let explanations: [String]
  let failureText: [ReportLine]
  private let explanation: Explanation
  /// All that there is to say, in lines.
  private let allExplanations: [String]
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size) {
    let explanation = Explanation(state)
    self.init(
      state, explanation, explanation.lines(width: Self.textWidth(size)),
      Self.failureLines(state, width: size.width), size: size)
  }

  private static func textWidth(_ size: Size) -> Int { max(0, size.width - 2) }

  private init(
    _ state: Explorer, _ explanation: Explanation, _ allExplanations: [String],
    _ failureText: [ReportLine], size: Size
  ) {
    self.state = state
    self.size = size
    self.explanation = explanation
    self.allExplanations = allExplanations
    self.failureText = failureText
    let layout = NetworkLayout(
      Self.demand(
        state, failureLines: failureText.count, explanations: allExplanations.count),
      size: size)
    self.layout = layout
    time = TimeAxis(
      width: size.width, margins: layout.margins, timesteps: state.timesteps,
      current: state.position.timestep, valueGap: 1, scaleGap: layout.showsScale ? 8 : nil)
    let count = layout.explanationCount
    explanations =
      count >= allExplanations.count
      ? allExplanations : explanation.lines(width: Self.textWidth(size), count: count)
  }

  func resized(toHeight height: Int) -> any Drawing {
    NetworkScreen(
      state, explanation, allExplanations, failureText,
      size: Size(width: size.width, height: height))
  }

  var contentRows: Int {
    let first = layout.lines.firstIndex {
      if case .explanation = $0 { true } else { false }
    }
    return explanations.isEmpty ? size.height - 1 : first.map { $0 + 1 } ?? size.height - 1
  }

  mutating func draw() {
    Chrome.draw(state, on: &canvas)
    for (index, line) in layout.lines.enumerated() { draw(line, index + 1) }
  }

  private mutating func draw(_ line: NetworkLayout.Line, _ row: Int) {
    switch line {
    case .blank: break
    case .pipeline: drawPipeline(row)
    case .ruler: drawRuler(row)
    case .input: drawInput(row)
    case .besideInput: drawBesideInput(row)
    case .besideState(let layer): drawBesideState(layer, row)
    case .truth: drawTruth(row)
    case .inputDetail(let detail): drawInputDetail(detail, row)
    case .header(let layer): drawHeader(layer, row)
    case .quantity(let layer, let quantity, let part, let height):
      // All of its lines at once: its numbers are worked out one time.
      if part == 0 { drawQuantity(quantity, of: layer, height: height, row) }
    case .lane(let layer): drawLane(layer, row)
    case .gradient(let layer): drawGradient(layer, row)
    case .other(let layer): drawOther(layer, row)
    case .failure(let index): drawFailure(index, row)
    case .unseen(let count): drawUnseen(count, row)
    case .dense(let layer): drawDense(layer, row)
    case .output: drawOutput(row)
    case .explanation(let index): drawExplanation(index, row)
    }
  }

  private static func demand(
    _ state: Explorer, failureLines: Int, explanations: Int
  ) -> NetworkLayout.Demand {
    let recurrent = state.recurrentLayers
    let focus: Int? =
      switch state.position.layer {
      case .input: recurrent.first
      case .layer(let index): recurrent.last { $0 <= index } ?? recurrent.last
      }
    let chosen: Int? = if case .layer(let index) = state.position.layer { index } else { nil }
    let planned = state.plan.layers.indices
    let afterRecurrent = planned.drop { $0 <= (recurrent.last ?? -1) }
    let isOverUnits = state.position.axis == .units
    let settings = recurrent.compactMap { place in
      state.recurrent(place).map { (place, $0) }
    }
    return NetworkLayout.Demand(
      recurrent: recurrent,
      quantities: Dictionary(
        uniqueKeysWithValues: settings.map { ($0.0, $0.1.quantities) }),
      remembered: Dictionary(uniqueKeysWithValues: settings.map { ($0.0, $0.1.remembered) }),
      focus: focus,
      others: recurrent.last.map { last in Self.others(before: last, state) } ?? [],
      isOtherChosen: chosen.map { index in
        recurrent.last.map { index < $0 } ?? false && !recurrent.contains(index)
      } ?? false,
      hiddenDense: state.plan.failure == nil ? Array(afterRecurrent.dropLast()) : [],
      isInHead: chosen.map(afterRecurrent.contains) ?? false,
      failureLines: failureLines,
      hasTruth: state.example.truths != nil && !isOverUnits && state.readsInOrder,
      inputDetails: state.inputDetails.count,
      neededDetails: state.inputDetails.first == .readings ? 1 : state.featuresAsked.count,
      explanations: explanations,
      positions: isOverUnits
        ? recurrent.map { state.units(of: $0) }.max() ?? 0 : state.timesteps,
      takesRoom: !isOverUnits,
      wantsSample: state.position.axis == .time,
      showsGradients: state.showsGradients && !isOverUnits,
      hasBeside: state.moment.beside != nil && state.position.axis == .time)
  }
}

extension NetworkScreen {
  /// The layers before one that are not recurrent, those that change numbers first.
  private static func others(before last: Int, _ state: Explorer) -> [Int] {
    let others = (0..<last).filter { !state.plan.layers[$0].layer.isRecurrent }
    // The chosen one first, then those that change numbers.
    func rank(_ layer: Int) -> Int {
      state.position.layer == .layer(layer)
        ? 0 : state.plan.layers[layer].layer.settings.changesNumbers ? 1 : 2
    }
    return others.sorted { (rank($0), $0) < (rank($1), $1) }
  }
}

// MARK: - What it is among the screens

extension NetworkScreen: ScreenView {
  static var name: Command.ScreenName { .network }
  static var deeper: Command.ScreenName? { .layer }

  static func turnLook(of position: inout Position, by distance: Int) {
    position.axis = position.axis.next(distance)
  }

  static func say(in text: inout PlainText) { text.addNetwork() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    NetworkScreen(state, size: size)
  }
}

// MARK: - Where things stand

extension NetworkScreen {
  var isOverUnits: Bool { state.position.axis == .units }

  /// The columns of the timesteps, where the columns are timesteps.
  var timeline: Columns? { isOverUnits ? nil : time.columns }

  /// The units that a layer's columns stand for where the screen is over units. All layers show units
  /// of the same numbers, those around the chosen unit of the one in focus.
  func unitWindow(of layer: Int) -> Axis {
    let focus = layout.focus ?? layer
    let axis = Axis(
      count: state.units(of: focus), current: state.unit(of: focus), columns: layout.axisColumns)
    return focus == layer
      ? axis : axis.moved(to: state.units(of: layer), columns: layout.axisColumns)
  }

  /// The units of a layer's rows, a column each.
  func unitColumns(of layer: Int) -> Columns {
    unitWindow(of: layer).columns(from: layout.labelWidth)
  }

  /// Some of a layer's other units beside the time axis.
  func sampleWindow(of layer: Int) -> Axis {
    Axis(
      count: state.units(of: layer), current: state.unit(of: layer),
      columns: layout.sampleColumns)
  }

  var showsSample: Bool { layout.sampleColumns > 0 && !state.timeline.isAtStart }

  func name(of layer: Int) -> String { state.position.description.layers[layer].name }
  func isChosen(_ layer: Int) -> Bool { state.position.layer == .layer(layer) }

  /// Marks a row of what is chosen.
  mutating func mark(_ isChosen: Bool, _ row: Int) {
    guard isChosen else { return }
    canvas[0, row] = Cell(.glyph("▌"), Style(.accent))
  }

  /// A click in a row chooses a layer.
  mutating func chooses(_ layer: Int, row: Int) {
    canvas.click(row: row, .does(.select(.named(name(of: layer)))))
  }

  /// A click in a row of a layer's quantity: on a timestep goes there, on a unit of the chosen layer
  /// shows it, elsewhere chooses the layer.
  mutating func clicks(on layer: Int, row: Int) {
    chooses(layer, row: row)
    if isOverUnits {
      shows(unitColumns(of: layer), of: layer, row: row)
    } else {
      canvas.goes(time.columns, rows: row..<row + 1)
      guard showsSample else { return }
      shows(sampleWindow(of: layer).columns(from: layout.sampleColumn), of: layer, row: row)
    }
  }

  private mutating func shows(_ columns: Columns, of layer: Int, row: Int) {
    guard isChosen(layer) else { return }
    canvas.click(columns.rect(rows: row..<row + 1), .shows(columns))
  }

  /// The number at the right of a row, and what a full bar stands for.
  mutating func drawValue(_ value: Float?, scale: ValueScale?, signed: Bool, _ row: Int) {
    let columns = ValueColumns(
      value: layout.valueColumn, scale: layout.showsScale ? layout.scaleColumn : nil,
      end: size.width)
    columns.draw(value, scale: scale, signed: signed, row: row, on: &canvas)
  }
}
