import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// The picture of one unit at one timestep: its wires with a gauge for each gate, and below them the
/// same as lanes on one scale.
struct UnitPicture: Drawing {
  let state: Explorer
  let size: Size
  let layer: Int
  let settings: any RecurrentLayer
  let flow: CellFlow
  /// Nil before the first timestep.
  let ledger: Ledger?
  let numbers: [Double]
  /// What the lanes came to before the last what-if; nil where there is none.
  let before: (ledger: Ledger, numbers: [Double])?
  /// What a full bar of a lane stands for: the most that the state reaches, so that nothing moves
  /// in time.
  let most: Double
  let layout: PictureLayout
  private let demand: PictureLayout.Demand
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size, layer: Int, settings: any RecurrentLayer) {
    let flow = CellFlow(settings)
    let unit = state.unit(of: layer)
    func ledger(_ trace: Trace) -> Ledger? {
      state.position.timestep.map { Ledger(trace, layer: layer, unit: unit, timestep: $0) }
    }
    let now = ledger(state.trace)
    self.init(
      state, size, layer, settings, flow, now,
      (state.moment.before?.trace).flatMap(ledger).map { ($0, flow.numbers($0)) },
      PictureLayout.Demand(
        lanes: flow.lanes.count, hasWires: !flow.nodes.isEmpty,
        quantities: settings.quantities.count, hasSymbols: state.hasSymbols(for: layer),
        gradients: UnitChart.gradientRows(state, layer: layer)))
  }

  private init(
    _ state: Explorer, _ size: Size, _ layer: Int, _ settings: any RecurrentLayer,
    _ flow: CellFlow, _ ledger: Ledger?, _ before: (ledger: Ledger, numbers: [Double])?,
    _ demand: PictureLayout.Demand
  ) {
    self.state = state
    self.size = size
    self.layer = layer
    self.settings = settings
    self.flow = flow
    self.ledger = ledger
    let numbers = ledger.map(flow.numbers) ?? flow.lanes.map { _ in 0 }
    self.numbers = numbers
    self.before = before
    most = Self.most(state, layer, flow, numbers + (before?.numbers ?? []))
    self.demand = demand
    layout = PictureLayout(demand, size: size)
  }

  func resized(toHeight height: Int) -> any Drawing {
    UnitPicture(
      state, Size(width: size.width, height: height), layer, settings, flow, ledger, before,
      demand)
  }

  var contentRows: Int { size.height - 1 - layout.sentences }

  mutating func draw() {
    let unit = state.unit(of: layer)
    let subject = "\(settings.name) · \(UnitPhrases.unit(unit, of: settings.units))"
    Chrome.draw(state, subject: subject, on: &canvas)
    UnitLooks.draw(state, row: 1, on: &canvas)
    let first = layout.gaps > 3 ? 3 : 2
    let gauges = flow.nodes.isEmpty ? first : drawWires(first)
    let end = drawGauges(gauges)
    canvas.name(.word("picture"), rows: first..<end)
    let lanes = drawLanes(end + (layout.gaps > 0 ? 1 : 0))
    var row = lanes
    if layout.showsAnswer {
      drawAnswer(row)
      row += 1
    }
    drawChart(row + (layout.gaps > 2 ? 1 : 0))
    say()
  }

  private static func most(
    _ state: Explorer, _ layer: Int, _ flow: CellFlow, _ numbers: [Double]
  ) -> Double {
    let name = flow.enters ?? flow.wire
    let unit = state.unit(of: layer)
    var most = Double(state.moment.scales.largest(name, layer: layer, unit: unit))
    let before = state.moment.before?.trace.series(
      name, layer: layer, unit: unit, timesteps: 0..<state.timesteps)
    for value in before ?? [] where value.isFinite { most = max(most, Double(value.magnitude)) }
    for number in numbers where number.isFinite { most = max(most, number.magnitude) }
    return most
  }

  private mutating func drawChart(_ row: Int) {
    guard layout.chart > 0 else { return }
    let missing = settings.quantities.map(\.name).filter { name in
      !isLit(flow.makes[name] ?? flow.lane(of: name))
    }
    UnitChart(
      state: state, layer: layer,
      quantities: (layout.showsQuantities ? settings.quantities : [])
        + (state.showsGradients ? settings.gradients : []),
      height: layout.chart, showsRuler: layout.showsRuler, showsSymbols: layout.showsSymbols,
      missing: Set(missing), width: size.width
    ).draw(row, on: &canvas)
  }

  /// A message or the sentences of the picture, right above the footer.
  private mutating func say() {
    let last = size.height - 1
    Chrome.say(
      PictureSentences(self).all, state, in: last - layout.sentences..<last, on: &canvas)
  }
}

// MARK: - What is there

extension UnitPicture {
  /// The lanes that are there.
  var lit: Int { ledger == nil ? 0 : state.position.lit ?? flow.lanes.count }

  /// Whether a lane is there; what belongs to none is there with the timestep.
  func isLit(_ lane: Int?) -> Bool { lane.map { $0 < lit } ?? (ledger != nil) }

  /// Whether a lane is the one that has just come.
  func isNew(_ lane: Int?) -> Bool { state.position.lit != nil && lane == lit - 1 }

  /// A wire's style: one to come fades, the newest stands out.
  func style(_ lane: Int?, _ ink: Ink, bold: Bool = false) -> Style {
    isLit(lane) ? Style(ink, bold: bold || isNew(lane)) : Style(.ghost)
  }

  var timestep: Int { state.timestep }

  /// A number as lanes and gauges print it; a dot where it is not there.
  func phrase(_ number: Double?, signed: Bool = true, width: Int = 8) -> Phrase {
    number.map { PrintedNumber($0, signed: signed).phrase(width: width) } ?? "·"
  }
}

extension CellFlow {
  /// The lane that a gate is needed for.
  func lane(of name: QuantityName) -> Int? {
    gauges.first { $0.factor.name == name }?.lane
  }
}
