import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// One unit at one timestep, as a ledger of real numbers in phases. What a phase has come to
/// stays; what is to come is quiet.
struct UnitScreen: Drawing {
  let state: Explorer
  let size: Size
  let layer: Int
  let settings: any RecurrentLayer
  /// Its sums in the order of the weights' columns.
  let sums: [LayerQuantity]
  let phases: UnitPhases
  /// Nil before the first timestep.
  let ledger: Ledger?
  let sentences: [String]
  private let demand: UnitLayout.Demand
  let layout: UnitLayout
  /// The rows that the table shows, and the columns that hold their numbers.
  private(set) var table: LedgerTable?
  private(set) var columns: LedgerColumns
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size, layer: Int, settings: any RecurrentLayer) {
    let ledger = state.position.timestep.map {
      Ledger(state.trace, layer: layer, unit: state.unit(of: layer), timestep: $0)
    }
    let sentences =
      UnitSentences(state, layer: layer, settings: settings, ledger: ledger, width: size.width).all
    let features = state.plan.layers[layer].inputShape.features ?? 0
    let isFirst = state.plan.layers[layer].before == nil
    let isSymbolic = isFirst && state.example.isSymbolic
    let demand = UnitLayout.Demand(
      leastTerms: LedgerTable.least(
        isFirst: isFirst, isSymbolic: isSymbolic, features: features),
      mostTerms: LedgerTable.most(
        isSymbolic: isSymbolic, features: features, units: settings.units),
      isHeld: ledger?.sums.contains(where: \.isHeld) ?? false,
      hasSymbols: state.hasSymbols(for: layer),
      products: settings.stateEquations.reduce(0) { $0 + $1.products.count },
      states: settings.shownStates.count,
      gradients: UnitChart.gradientRows(state, layer: layer))
    self.init(state, size, layer, settings, ledger, sentences, demand)
  }

  private init(
    _ state: Explorer, _ size: Size, _ layer: Int, _ settings: any RecurrentLayer,
    _ ledger: Ledger?,
    _ sentences: [String], _ demand: UnitLayout.Demand
  ) {
    self.state = state
    self.size = size
    self.layer = layer
    self.settings = settings
    sums = settings.sums
    phases = UnitPhases(settings)
    self.ledger = ledger
    self.sentences = sentences
    self.demand = demand
    layout = UnitLayout(demand, size: size)
    columns = LedgerColumns(width: size.width, longest: 6, sums: sums.count)
  }

  func resized(toHeight height: Int) -> any Drawing {
    UnitScreen(
      state, Size(width: size.width, height: height), layer, settings, ledger, sentences, demand)
  }

  var contentRows: Int { size.height - 1 - (sentences.isEmpty ? 0 : layout.sentences) }

  mutating func draw() {
    table = ledger.map { LedgerTable($0, by: state.position.sum, rows: layout.terms) }
    columns = LedgerColumns(
      width: size.width, longest: Self.longest(ledger, table), sums: sums.count)
    let unit = state.unit(of: layer)
    let subject = "\(settings.name) · \(UnitPhrases.unit(unit, of: settings.units))"
    Chrome.draw(state, subject: subject, on: &canvas)
    UnitLooks.draw(state, row: 1, on: &canvas)
    let header = layout.gaps > 3 ? 3 : 2
    drawHeader(header)
    let sums = drawTerms(header + 1)
    canvas.name(.word("terms"), rows: header..<sums)
    for column in columns.products {
      canvas.name(
        .word("products"),
        Rect(
          column: column, row: header + 1, width: columns.figure, height: sums - header - 1))
    }
    let afterGates = drawSums(sums)
    let states = afterGates + (layout.gaps > 0 ? 1 : 0)
    let chart = drawStates(states) + (layout.gaps > 1 ? 1 : 0)
    UnitChart(
      state: state, layer: layer,
      quantities: (layout.showsStates ? settings.shownStates : [])
        + (state.showsGradients ? settings.gradients : []),
      height: layout.chart, showsRuler: layout.showsRuler, showsSymbols: layout.showsSymbols,
      missing: Set(phases.states.filter { !isReached(phases.phase(of: $0)) }), width: size.width
    ).draw(chart, on: &canvas)
    let last = size.height - 1
    // Sentences stand right above the footer, with what room is left between.
    Chrome.say(sentences, state, rows: (last - layout.sentences)..<last, on: &canvas)
  }

  /// The length of the longest number that the ledger prints.
  private static func longest(
    _ ledger: Ledger?, _ table: LedgerTable?
  ) -> Int {
    guard let ledger, let table else { return 6 }
    // A single product is no longer than what it is made of.
    var numbers = ledger.states.filter { $0.products.count > 1 }.flatMap { state in
      [Double(state.before), Double(state.result)] + state.products.map(\.value)
    }
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

  /// Whether a phase has been reached.
  func isReached(_ phase: Int) -> Bool { ledger != nil && self.phase >= phase }

  /// The phase that is open.
  var phase: Int { state.position.phase }

  /// How the words of a phase look: the present one stands out, one to come is quiet.
  func style(_ phase: Int, _ ink: Ink = .text) -> Style {
    guard isReached(phase) else { return Style(.quiet) }
    return Style(ink, bold: self.phase == phase)
  }
}

// MARK: - What it is among the screens

extension UnitScreen: ScreenView {
  static var name: Command.ScreenName { .unit }
  static var shownLayers: ShownLayers { .recurrent }

  static func turnLook(of position: inout Position, by distance: Int) {
    position.phase = turned(position.phase, by: distance, of: position.phases.count + 1)
  }

  /// What the phase is about; in the picture the gate that can be held.
  static func cursor(_ state: Explorer) -> Quantity {
    let phase = state.position.phase
    if [0, 2, 3].contains(phase) { return state.address(of: state.position.sum) }
    return state.address(of: state.position.phases.state(of: phase) ?? .hiddenState)
  }

  static func say(in text: inout PlainText) { text.addUnit() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    guard case .layer(let layer) = state.position.layer, layer < state.plan.layers.count,
      let settings = state.plan.layers[layer].layer.recurrent
    else { return withoutNumbers(state, size: size) }
    if let timestep = state.position.timestep, state.skips(timestep, layer) {
      return skipping(state, layer, settings, at: timestep, size: size)
    }
    return state.position.phase == 0
      ? UnitPicture(state, size: size, layer: layer, settings: settings)
      : UnitScreen(state, size: size, layer: layer, settings: settings)
  }

  /// What is said of a timestep that does not count: no sum of it was used.
  static func skipped(
    _ state: Explorer, _ layer: Int, _ settings: any RecurrentLayer, at timestep: Int, width: Int
  ) -> [String] {
    let unit = state.unit(of: layer)
    let kept = settings.states.map { name in
      UnitPhrases.carried(
        name.letter, over: timestep,
        PrintedSum.text(
          Double(state.trace.value(name, layer: layer, unit: unit, timestep: timestep))))
    }
    return [state.skipSentence(of: layer, settings).fitted(to: width)] + kept
      + [UnitPhrases.noSumUsed]
  }

  private static func skipping(
    _ state: Explorer, _ layer: Int, _ settings: any RecurrentLayer, at timestep: Int, size: Size
  ) -> WordsScreen {
    WordsScreen(
      state: state, size: size,
      subject: "\(settings.name) · \(SharedPhrases.unit(state.unit(of: layer)).text)",
      sentences: skipped(state, layer, settings, at: timestep, width: size.width - 2)
    ) { 2..<max(3, $0 - 2) }
  }

  /// What a screen without numbers says: the network cannot be built up to here.
  private static func withoutNumbers(_ state: Explorer, size: Size) -> WordsScreen {
    let name = state.selectedName
    let failure = state.plan.failure
    let sentences: [String] =
      if let failure {
        [
          failure.layerName == name
            ? UnitPhrases.cannotFollow(name)
            : UnitPhrases.noNumbers(name, broken: failure.layerName),
          failure.error.advice, state.kerasWords(on: failure.error).map(UnitPhrases.kerasSays),
        ].compactMap(\.self)
      } else {
        [UnitPhrases.noGates(name, kinds: Layer.recurrentKinds)]
      }
    return WordsScreen(state: state, size: size, subject: name, sentences: sentences) {
      2..<max(3, $0 - 2)
    }
  }
}
