import Engine
import Screen

/// One unit at one timestep, as a ledger of real numbers in six phases. What a phase has come to
/// stays; what is to come is quiet.
struct UnitScreen {
  let state: State
  let size: Size
  let layer: Int
  let settings: LSTM
  /// Nil before the first timestep.
  let ledger: Ledger?
  let table: LedgerTable?
  let layout: UnitLayout
  let columns: LedgerColumns
  let sentences: [String]
  var frame: Frame

  /// The finished frame.
  static func frame(_ state: State, size: Size) -> Frame {
    guard case .layer(let layer) = state.position.layer, layer < state.plan.layers.count,
      case .lstm(let settings) = state.plan.layers[layer].layer
    else { return withoutNumbers(state, size: size) }
    var screen = UnitScreen(state, size: size, layer: layer, settings: settings)
    screen.draw()
    return screen.frame
  }

  private init(_ state: State, size: Size, layer: Int, settings: LSTM) {
    self.state = state
    self.size = size
    self.layer = layer
    self.settings = settings
    let timestep = state.position.timestep
    let ledger =
      timestep < 0
      ? nil
      : Ledger(state.trace, layer: layer, unit: state.unit(of: layer), timestep: timestep)
    self.ledger = ledger
    sentences =
      UnitSentences(state, layer: layer, settings: settings, ledger: ledger, width: size.width).all
    let isHeld = ledger?.sums.contains(where: \.isHeld) ?? false
    let said = (state.message.map { [$0] } ?? []) + sentences
    let lines = said.reduce(0) { $0 + wrapped($1, width: size.width - 2).count }
    let features = state.plan.layers[layer].inputShape.features ?? 0
    let isSymbolic = layer == 0 && state.example.isSymbolic
    let layout = UnitLayout(
      UnitLayout.Demand(
        leastTerms: LedgerTable.least(
          isFirst: layer == 0, isSymbolic: isSymbolic, features: features),
        mostTerms: LedgerTable.most(
          isSymbolic: isSymbolic, features: features, units: settings.units),
        isHeld: isHeld, hasSymbols: state.hasSymbols(for: layer),
        sentences: lines),
      size: size)
    let table = ledger.map { LedgerTable($0, by: state.position.sum, rows: layout.terms) }
    self.layout = layout
    self.table = table
    columns = LedgerColumns(
      width: size.width, longest: Self.longest(ledger, table))
    frame = Frame(size)
  }

  /// The length of the longest number that the ledger prints.
  private static func longest(
    _ ledger: Ledger?, _ table: LedgerTable?
  ) -> Int {
    guard let ledger, let table else { return 6 }
    var numbers = [
      Double(ledger.cellBefore), Double(ledger.cellState), ledger.kept, ledger.written,
    ]
    for (sum, exact) in zip(ledger.sums, table.exact) {
      numbers += [sum.total, sum.curved, Double(sum.result)] + exact
      for row in table.rows {
        switch row {
        case .input(let place): numbers += [sum.inputs[place].value, sum.inputs[place].weight]
        case .state(let unit): numbers += [sum.states[unit].value, sum.states[unit].weight]
        default: break
        }
      }
    }
    return numbers.map { PrintedSum.text($0).count }.max() ?? 6
  }

  /// What a screen without numbers says: the network cannot be built up to here.
  private static func withoutNumbers(_ state: State, size: Size) -> Frame {
    var frame = Frame(size)
    Chrome.draw(state, subject: state.selectedName, on: &frame)
    let name = state.selectedName
    let failure = state.plan.failure
    let sentences: [String] =
      if let failure {
        [
          failure.layerName == name
            ? "\(name) has no numbers: it cannot follow the layer before it."
            : "\(name) has no numbers: \(failure.layerName) cannot follow the layer before it.",
          failure.error.advice, "Keras says: \(failure.error)",
        ].compactMap(\.self)
      } else {
        ["\(name) has no gates; this screen is about LSTM layers."]
      }
    Chrome.say(sentences, state, rows: 2..<max(3, size.height - 2), on: &frame)
    return frame
  }

  private mutating func draw() {
    let unit = state.unit(of: layer)
    Chrome.draw(
      state, subject: "\(settings.name) · unit \(unit) of \(settings.units)", on: &frame)
    drawPhases(1)
    let header = layout.gaps > 3 ? 3 : 2
    drawHeader(header)
    let sums = drawTerms(header + 1)
    let afterGates = drawSums(sums)
    let states = afterGates + (layout.gaps > 0 ? 1 : 0)
    let chart = drawStates(states) + (layout.gaps > 1 ? 1 : 0)
    let afterChart = drawChart(chart)
    let last = size.height - 1
    // Sentences stand right above the footer, with what room is left between.
    Chrome.say(sentences, state, rows: (last - layout.sentences)..<last, on: &frame)
    frame.name("phases", row: 1)
    frame.name("terms", rows: header..<sums)
    nameSums(sums..<afterGates)
    nameStates(states)
    frame.name("chart", rows: chart..<afterChart, timeline: chartTimeline)
  }

  /// Whether a phase has been reached.
  func isReached(_ phase: Int) -> Bool { ledger != nil && state.position.phase >= phase }

  /// How the words of a phase look: the present one stands out, one to come is quiet.
  func style(_ phase: Int, _ ink: Ink = .text) -> Style {
    guard isReached(phase) else { return Style(.quiet) }
    return Style(ink, bold: state.position.phase == phase)
  }
}
