import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// A Dense layer at one timestep: all of its units, and one unit's sum as steps that run on to the point
/// on its curve.
struct DenseScreen: Drawing {
  let state: Explorer
  let size: Size
  let layer: Int
  let settings: Dense
  let unit: Int
  /// The chosen term by its place among what is read; the largest where none was chosen.
  let term: Int?
  /// Nil before the first timestep.
  let now: DenseUnit?
  /// The same before the last what-if; nil where there is none.
  let before: DenseUnit?
  let layout: DenseLayout
  let columns: DenseColumns
  let axis: DenseAxis
  /// What a full bar of a term stands for.
  let most: Double
  /// The steps that are drawn.
  private(set) var steps: DenseSteps?
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size, layer: Int, settings: Dense) {
    let unit = state.unit(of: layer)
    self.init(
      state, size, layer, settings, unit,
      state.moment.denseReading(of: state.trace).map { DenseUnit($0, unit: unit) },
      state.traceBefore.flatMap { state.moment.denseReading(of: $0) }
        .map { DenseUnit($0, unit: unit) })
  }

  private init(
    _ state: Explorer, _ size: Size, _ layer: Int, _ settings: Dense, _ unit: Int,
    _ now: DenseUnit?, _ before: DenseUnit?
  ) {
    self.state = state
    self.size = size
    self.layer = layer
    self.settings = settings
    self.unit = unit
    self.now = now
    self.before = before
    term = state.position.term ?? now?.sum.order.first
    let layout = DenseLayout(
      DenseLayout.Demand(
        units: settings.units, steps: now.map { max(4, DenseSteps.most($0.sum)) } ?? 8,
        inputs: now?.reading.inputs.count ?? 0),
      size: size)
    self.layout = layout
    columns = DenseColumns(width: size.width, hasBefore: before != nil)
    let steps = now.map { DenseSteps($0.sum, chosen: state.position.term, rows: layout.steps) }
    self.steps = steps
    var sums: [Double] = []
    if let steps {
      sums = steps.running() + [steps.sum.total]
      if let before { sums += steps.running(before.sum) + [before.sum.total] }
    }
    let largest = sums.filter(\.isFinite).map(\.magnitude).max() ?? 0
    axis = DenseAxis(
      holding: sums, and: now?.curve.form(most: largest) ?? -1...1, start: columns.plot.lowerBound,
      count: columns.plot.count)
    most = steps?.exact.filter(\.isFinite).map(\.magnitude).max() ?? 1
  }

  func resized(toHeight height: Int) -> any Drawing {
    DenseScreen(
      state, Size(width: size.width, height: height), layer, settings, unit, now, before)
  }

  var contentRows: Int { size.height - 1 - layout.sentences }

  mutating func draw() {
    let subject = "\(settings.name) · \(DensePhrases.subject(unit, of: settings.units))"
    Chrome.draw(state, subject: subject, on: &canvas)
    drawLayers(1)
    var row = layout.gaps > 2 ? 3 : 2
    if layout.bars > 0 { row = drawUnits(row) }
    if layout.inputs > 0 { row = drawInputs(row) }
    if layout.gaps > 0 { row += 1 }
    let first = row
    row = drawSteps(row)
    canvas.name(.word("terms"), rows: first..<row)
    if layout.gaps > 3 { row += 1 }
    drawCurve(row)
    say()
  }

  /// A message, what the what-ifs come to, or the screen's sentences, right above the footer.
  private mutating func say() {
    let last = size.height - 1
    let change = state.message == nil ? state.beforeAndAfter.map { [Sentence($0)] } ?? [] : []
    Chrome.say(
      change + DenseSentences(self).all, state, in: last - layout.sentences..<last, on: &canvas)
  }
}

/// One unit of a Dense layer in what the layer reads at a timestep.
struct DenseUnit: Sendable {
  let reading: DenseReading
  let unit: Int
  let sum: DenseSum
  let curve: DenseCurve

  init(_ reading: DenseReading, unit: Int) {
    self.reading = reading
    self.unit = unit
    sum = reading.sum(of: unit)
    curve = DenseCurve(reading, unit: unit)
  }

  /// The unit's output, as the network has it.
  var output: Float { reading.outputs[unit] }
}

// MARK: - What it is among the screens

extension DenseScreen: ScreenView {
  static var name: Command.ScreenName { .dense }
  static var shownLayers: ShownLayers { .dense }

  /// What the chosen term multiplies; without one what leaves the unit.
  static func cursor(_ state: Explorer) -> Quantity {
    state.addressOfTerm ?? state.address(of: .output)
  }

  static func say(in text: inout PlainText) { text.addDense() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    guard case .layer(let layer) = state.position.layer, layer < state.plan.layers.count,
      let settings = state.plan.layers[layer].layer.settings as? Dense
    else {
      let failure = state.plan.failure
      return WordsScreen(
        state: state, size: size, subject: state.selectedName,
        sentences: [
          failure.map { UnitPhrases.noNumbers(state.selectedName, broken: $0.layerName) },
          failure?.error.advice,
          failure.flatMap { state.kerasWords(on: $0.error) }.map(UnitPhrases.kerasSays),
        ].compactMap(\.self)
      ) { 2..<max(3, $0 - 2) }
    }
    return DenseScreen(state, size: size, layer: layer, settings: settings)
  }
}
