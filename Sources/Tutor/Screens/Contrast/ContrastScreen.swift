import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// One recurrent layer with return_sequences False and True, from two runs of their own, on one time axis:
/// the same hidden states, drawn once with the difference of the runs, and what the layer outputs with
/// each setting and what that does to the rest of the network.
struct ContrastScreen: Drawing {
  let state: Explorer
  let size: Size
  let contrast: Contrast
  let settings: any RecurrentLayer
  let panel: TimeAxis
  let layout: ContrastLayout
  /// What each run does to the layers behind, in lines.
  let next: [Contrast.Side: [String]]
  let words: ContrastWords
  /// The units whose hidden states are shown: the chosen one, then those that follow the answer best.
  let sample: [Int]
  /// What a full bar of h stands for, the same for all units.
  let scale: ValueScale
  private let demand: ContrastLayout.Demand
  var canvas = Canvas.none

  init(_ state: Explorer, _ contrast: Contrast, _ settings: any RecurrentLayer, size: Size) {
    let panel = Self.panel(state, width: size.width)
    let next = Dictionary(
      uniqueKeysWithValues: Contrast.Side.allCases.map { side in
        let consequences = Consequences(contrast, side, in: state)
        return (
          side,
          consequences.lines(
            width: panel.textWidth, namesSubject: !Self.hasLabel(consequences, panel))
        )
      })
    let words = ContrastWords(state, contrast, width: size.width - 2)
    let demand = ContrastLayout.Demand(
      next: next.mapValues(\.count), returned: settings.returnState ? settings.states : [],
      otherUnits: panel.showsWords ? min(settings.units - 1, 2) : 0,
      sentences: words.sentences.count)
    self.init(state, size, contrast, settings, panel, next, words, demand)
  }

  /// As wide as all panels, but where narrow margins let a timestep have more columns.
  private static func panel(_ state: Explorer, width: Int) -> TimeAxis {
    let (timesteps, current) = (state.timesteps, state.position.timestep)
    let panel = TimeAxis(panel: 0, width: width, timesteps, current)
    guard panel.showsWords else { return panel }
    let margins = TimeAxis.Margins(label: 12, behind: 8)
    let wide = TimeAxis.Margins(label: 17, behind: 13)
    guard wide.narrowed(to: margins, width: width, timesteps: timesteps) == margins else {
      return panel
    }
    return TimeAxis(
      width: width, margins: margins, timesteps: timesteps, current: current, valueGap: 1)
  }

  /// Whether there is room before the axis for who does what follows.
  static func hasLabel(_ consequences: Consequences, _ panel: TimeAxis) -> Bool {
    panel.showsWords && consequences.subject.count <= panel.labelWidth - 2
  }

  private init(
    _ state: Explorer, _ size: Size, _ contrast: Contrast, _ settings: any RecurrentLayer,
    _ panel: TimeAxis,
    _ next: [Contrast.Side: [String]], _ words: ContrastWords, _ demand: ContrastLayout.Demand
  ) {
    self.state = state
    self.size = size
    self.contrast = contrast
    self.settings = settings
    self.panel = panel
    self.next = next
    self.words = words
    self.demand = demand
    layout = ContrastLayout(demand, height: size.height - 2)
    let unit = state.unit(of: contrast.layer)
    sample = [unit] + contrast.followers.lazy.filter { $0 != unit }.prefix(demand.otherUnits)
    let largest = sample.map {
      state.moment.scales.largest(.hiddenState, layer: contrast.layer, unit: $0)
    }
    scale = .symmetric(largest.max() ?? 1)
  }

  func resized(toHeight height: Int) -> any Drawing {
    ContrastScreen(
      state, Size(width: size.width, height: height), contrast, settings, panel, next, words,
      demand)
  }

  private var sentenceRows: Range<Int> { layout.sentenceRows.lowerBound + 1..<size.height - 1 }
  var contentRows: Int { sentenceRows.lowerBound }

  mutating func draw() {
    Chrome.draw(state, subject: ContrastPhrases.title(settings.name), on: &canvas)
    canvas.goes(panel.columns, rows: 1..<size.height - 1)
    for (index, line) in layout.lines.enumerated() { draw(line, index + 1) }
    Chrome.say(words.sentences, state, rows: sentenceRows, on: &canvas)
  }

  private mutating func draw(_ line: ContrastLayout.Line, _ row: Int) {
    switch line {
    case .blank, .sentence: break
    case .ruler:
      panel.ruler(marked: state.changedTimesteps(of: contrast.layer), row: row, on: &canvas)
    case .input:
      panel.opened(at: state.timeline.isAtStart ? nil : state.inputTimestep)
        .input(state, isRead: state.hasRead, row: row, on: &canvas)
    case .hidden(let index, let part, let height):
      drawHidden(index, line: part, height: height, row)
    case .difference(let part, let height): drawDifferences(line: part, height: height, row)
    case .figure: drawFigure(row)
    case .parameters: drawParameters(row)
    case .head(let side), .lane(let side, _, _), .state(let side, _), .next(let side, _),
      .output(let side, _, _):
      canvas.extend(.word(side == .off ? "false" : "true"), panel.rect(row: row))
      draw(line, side, row)
    }
  }

  private mutating func draw(_ line: ContrastLayout.Line, _ side: Contrast.Side, _ row: Int) {
    switch line {
    case .head: drawHead(side, row)
    case .lane(_, let part, let height): drawLane(side, line: part, height: height, row)
    case .state(_, let quantity): drawState(quantity, side, row)
    case .next(_, let index): drawNext(index, side, row)
    case .output(_, let part, let height): drawOutput(side, line: part, height: height, row)
    case .blank, .ruler, .input, .hidden, .difference, .figure, .parameters, .sentence: break
    }
  }
}

// MARK: - What it is among the screens

extension ContrastScreen: ScreenView {
  static var name: Command.ScreenName { .contrast }

  static func preparing(_ moment: Moment) throws(Refusal) -> Moment { try moment.withContrast() }
  static var shownLayers: ShownLayers { .recurrent }

  static func say(in text: inout PlainText) { text.addContrast() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    guard let contrast = state.moment.contrast,
      let settings = state.position.description.layers[contrast.layer].recurrent
    else {
      return WordsScreen(
        state: state, size: size,
        sentences: [ContrastPhrases.nothing(kinds: Layer.recurrentKinds)]
      ) { _ in 1..<3 }
    }
    return ContrastScreen(state, contrast, settings, size: size)
  }
}
