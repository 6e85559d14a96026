import Engine
import Screen
import Vocabulary

/// The home screen: the whole network on one time axis, a column a timestep, so that the eye reads
/// cause and effect straight down.
struct NetworkScreen {
  let state: State
  let size: Size
  let layout: NetworkLayout
  let explanations: [String]
  let failureText: [ReportLine]
  var frame: Frame

  init(_ state: State, size: Size) {
    self.state = state
    self.size = size
    failureText = Self.failureLines(state, width: size.width)
    let explanation = Explanation(state)
    let width = max(0, size.width - 2)
    layout = NetworkLayout(
      Self.demand(
        state, failureLines: failureText.count, explanations: explanation.lines(width: width).count),
      size: size)
    explanations = explanation.lines(width: width, count: layout.explanationCount)
    frame = Frame(size)
  }

  /// The finished frame.
  static func frame(_ state: State, size: Size) -> Frame {
    var screen = NetworkScreen(state, size: size)
    screen.draw()
    return screen.frame
  }

  private mutating func draw() {
    Chrome.draw(state, on: &frame)
    for (index, line) in layout.lines.enumerated() {
      let row = index + 1
      switch line {
      case .blank: break
      case .pipeline: drawPipeline(row)
      case .ruler: drawRuler(row)
      case .input: drawInput(row)
      case .besideInput: drawBesideInput(row)
      case .besideState(let layer): drawBesideState(layer, row)
      case .inputDetail(let detail): drawInputDetail(detail, row)
      case .header(let layer): drawHeader(layer, row)
      case .quantity(let layer, let quantity, let part, let height):
        drawQuantity(quantity, of: layer, line: part, height: height, row)
      case .lane(let layer): drawLane(layer, row)
      case .failure(let index): drawFailure(index, row)
      case .unseen(let count): drawUnseen(count, row)
      case .dense(let layer): drawDense(layer, row)
      case .output: drawOutput(row)
      case .explanation(let index): drawExplanation(index, row)
      }
    }
    nameParts()
  }

  private static func demand(
    _ state: State, failureLines: Int, explanations: Int
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
    return NetworkLayout.Demand(
      recurrent: recurrent, focus: focus,
      hiddenDense: state.plan.failure == nil ? Array(afterRecurrent.dropLast()) : [],
      isInHead: chosen.map(afterRecurrent.contains) ?? false,
      failureLines: failureLines,
      inputDetails: state.inputDetails.count,
      neededDetails: state.inputDetails.first == .readings ? 1 : 0,
      explanations: explanations,
      positions: state.position.axis == .units
        ? recurrent.map { state.units(of: $0) }.max() ?? 0 : state.timesteps,
      wantsSample: state.position.axis == .time,
      hasBeside: state.moment.beside != nil && state.position.axis == .time)
  }
}

// MARK: - Where things stand

extension NetworkScreen {
  var isOverUnits: Bool { state.position.axis == .units }

  /// The positions that a layer's columns stand for: the timesteps, or the layer's units. All layers
  /// show units of the same numbers, those around the chosen unit of the one in focus.
  func axis(of layer: Int) -> Axis {
    guard isOverUnits else { return timeAxis }
    let focus = layout.focus ?? layer
    let axis = Axis(
      count: state.units(of: focus), current: state.unit(of: focus), columns: layout.axisColumns)
    return focus == layer
      ? axis : axis.moved(to: state.units(of: layer), columns: layout.axisColumns)
  }

  var timeAxis: Axis {
    Axis(
      count: state.timesteps, current: max(0, state.position.timestep),
      columns: layout.axisColumns)
  }

  /// The column on the screen of a position along an axis.
  func column(_ position: Int, on axis: Axis) -> Int? {
    axis.column(of: position).map { layout.labelWidth + $0 }
  }

  func isChosen(_ layer: Int) -> Bool { state.position.layer == .layer(layer) }

  mutating func mark(_ isChosen: Bool, _ row: Int) {
    guard isChosen else { return }
    frame[0, row] = Cell(.glyph("▌"), Style(.accent))
  }

  /// The number at the right of a row, and what a full bar stands for.
  mutating func drawValue(_ value: Float?, scale: Bar.Scale?, signed: Bool, _ row: Int) {
    let text = value.map { decimal($0, signed: signed) } ?? "·"
    let column = layout.valueColumn + max(0, 6 - text.count)
    frame.write(text, column: column, row: row, style: Style(value == nil ? .ghost : .text))
    guard layout.showsScale, let scale else { return }
    frame.write(scale.text, column: layout.scaleColumn, row: row, style: Style(.quiet))
  }
}
