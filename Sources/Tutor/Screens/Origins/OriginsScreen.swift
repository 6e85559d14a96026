import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// Where one number comes from: the path on which most of it came, and the inputs and states before that
/// moved it most, each at its timestep.
struct OriginsScreen: Drawing {
  let state: Explorer
  let size: Size
  let origins: TracedOrigins
  let layout: OriginsLayout
  let time: TimeAxis
  /// Of which input of the list the path is, and its lanes.
  let pathPlace: Int?
  let lanes: [TracedPath.Lane]
  var canvas = Canvas.none

  var tracing: Tracing { origins.tracing }

  init(_ state: Explorer, _ origins: TracedOrigins, size: Size) {
    self.state = state
    self.size = size
    self.origins = origins
    pathPlace = origins.pathPlace(state.position.origin)
    lanes = pathPlace.map(origins.path) ?? []
    layout = OriginsLayout(
      OriginsLayout.Demand(
        path: lanes.count, inputs: origins.changes.count,
        states: origins.list.count - origins.changes.count, chosen: state.position.origin),
      size: size)
    let margins = TimeAxis.Margins.fitting(
      [(17, 13), (9, 13)].map { TimeAxis.Margins(label: $0.0, behind: $0.1) }, width: size.width,
      timesteps: state.timesteps)
    time = TimeAxis(
      width: size.width, margins: margins, timesteps: state.timesteps,
      current: state.position.timestep, valueGap: 1, scaleGap: 8)
  }

  func resized(toHeight height: Int) -> any Drawing {
    OriginsScreen(state, origins, size: Size(width: size.width, height: height))
  }

  var contentRows: Int { layout.sentences.lowerBound }

  mutating func draw() {
    Chrome.draw(state, subject: OriginsPhrases.title(address), on: &canvas)
    canvas.goes(time.columns, rows: 1..<size.height - 1)
    for (index, line) in layout.lines.enumerated() { draw(line, index + 1) }
    Chrome.say(OriginsWords(self).sentences, state, in: layout.sentences, on: &canvas)
  }

  /// The address of the traced number.
  var address: String { address(of: tracing.number) }

  private func address(of number: TracedNumber) -> String {
    "\(state.moment.address(of: number))"
  }

  private mutating func draw(_ line: OriginsLayout.Line, _ row: Int) {
    switch line {
    case .blank: break
    case .ruler: drawRuler(row)
    case .input:
      canvas.write(plain: "x", column: 1, row: row, style: Style(.title, bold: true))
      if time.showsWords {
        canvas.write(
          plain: state.inputName, column: 3, row: row, width: time.labelWidth - 4)
      }
      canvas.name(.x, row: row, timeline: time.columns)
      let feature = state.position.feature
      time.opened(at: state.inputTimestep).input(
        TimeAxis.Reading(
          example: state.example, feature: feature, scale: state.featureScale(feature),
          isRead: { _ in true }),
        row: row, on: &canvas)
    case .sums(let line, let height): drawSums(line: line, height: height, row)
    case .pathTitle:
      let input = pathPlace.map { address(of: origins.list[$0].number) }
      drawTitle(OriginsPhrases.path(of: input, isDirect: lanes.isEmpty), row)
    case .listTitle: drawTitle(OriginsPhrases.list, row)
    case .lane(let place): drawLane(lanes[place], row)
    case .origin(let place): drawOrigin(place, row)
    }
  }
}

// MARK: - What it is among the screens

extension OriginsScreen: ScreenView {
  static var name: Command.ScreenName { .origins }

  static func preparing(_ moment: Moment) throws(Refusal) -> Moment { moment.withOrigins() }

  /// The chosen one of the numbers from which it comes.
  static func cursor(_ state: Explorer) -> Quantity {
    state.moment.chosenOrigin.map { state.moment.address(of: $0.number) }
      ?? state.addressOfRemembered
  }

  static func say(in text: inout PlainText) { text.addOrigins() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    guard let origins = state.moment.origins else {
      return WordsScreen(state: state, size: size, sentences: [OriginsPhrases.nothing]) {
        $0 / 2..<$0 / 2 + 2
      }
    }
    return OriginsScreen(state, origins, size: size)
  }
}
