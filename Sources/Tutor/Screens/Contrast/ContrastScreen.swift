import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// One recurrent layer with return_sequences False and True, from two runs of their own, on one time axis: the
/// same hidden states, and what each setting lets out and does to the rest of the network.
struct ContrastScreen: Drawing {
  let state: Explorer
  let size: Size
  let contrast: Contrast
  let settings: any RecurrentLayer
  /// One panel with both runs, or one for each.
  let panels: [TimeAxis]
  let layout: ContrastLayout
  /// What each run does to the layers behind, in lines.
  let next: [Contrast.Side: [String]]
  let words: ContrastWords
  /// The units whose hidden states are shown, the chosen one first.
  let sample: [Int]
  /// What a full bar of h stands for, the same for all units.
  let scale: ValueScale
  private let demand: ContrastLayout.Demand
  var canvas = Canvas.none

  /// The narrowest panel that can stand beside another.
  private static let panelWidth = 74

  init(_ state: Explorer, _ contrast: Contrast, _ settings: any RecurrentLayer, size: Size) {
    let half = (size.width - 1) / 2
    let isSideBySide = half >= Self.panelWidth
    let places = isSideBySide ? [(0, half), (size.width - half, half)] : [(0, size.width)]
    let panels = places.map {
      TimeAxis(panel: $0.0, width: $0.1, state.timesteps, state.position.timestep)
    }
    let layers = state.position.description.layers
    let next = Dictionary(
      uniqueKeysWithValues: Contrast.Side.allCases.map { side in
        (
          side,
          Consequences(contrast, side, layers: layers).lines(
            width: panels[0].textWidth, namesSubject: !panels[0].showsWords)
        )
      })
    let words = ContrastWords(state, contrast, width: size.width - 2)
    let demand = ContrastLayout.Demand(
      next: next.mapValues(\.count), returned: settings.returnState ? settings.states : [],
      otherUnits: panels[0].showsWords ? min(settings.units - 1, 5) : 0,
      sentences: words.sentences.count)
    let scale = state.sampleScale(of: .hiddenState, layer: contrast.layer)
    self.init(state, size, contrast, settings, panels, next, words, demand, scale)
  }

  private init(
    _ state: Explorer, _ size: Size, _ contrast: Contrast, _ settings: any RecurrentLayer,
    _ panels: [TimeAxis],
    _ next: [Contrast.Side: [String]], _ words: ContrastWords, _ demand: ContrastLayout.Demand,
    _ scale: ValueScale
  ) {
    self.state = state
    self.size = size
    self.contrast = contrast
    self.settings = settings
    self.panels = panels
    self.next = next
    self.words = words
    self.demand = demand
    self.scale = scale
    layout = ContrastLayout(demand, isSideBySide: panels.count > 1, height: size.height - 2)
    // Spread over the layer, as many as there are rows for.
    let rows = Set(
      layout.lines.compactMap { if case .hidden(let row, _, _) = $0 { row } else { nil } })
    let units = settings.units
    let unit = state.unit(of: contrast.layer)
    let more = max(0, rows.count - 1)
    sample = [unit] + (0..<more).map { (unit + ($0 + 1) * units / (more + 1)) % units }.sorted()
  }

  func resized(toHeight height: Int) -> any Drawing {
    ContrastScreen(
      state, Size(width: size.width, height: height), contrast, settings, panels, next, words,
      demand, scale)
  }

  var isSideBySide: Bool { panels.count > 1 }
  private var sentenceRows: Range<Int> { layout.sentenceRows.lowerBound + 1..<size.height - 1 }
  var contentRows: Int { sentenceRows.lowerBound }

  mutating func draw() {
    Chrome.draw(state, subject: ContrastPhrases.title(settings.name), on: &canvas)
    for panel in panels { canvas.goes(panel.columns, rows: 1..<size.height - 1) }
    for (index, line) in layout.lines.enumerated() {
      let row = index + 1
      switch line {
      case .blank, .sentence: break
      case .difference: drawDifference(row)
      case .parameters: drawParameters(row)
      case .ruler, .input, .hidden: drawShared(line, row)
      case .head(let side), .lane(let side), .state(let side, _), .next(let side, _),
        .output(let side):
        if isSideBySide {
          for (side, panel) in zip(Contrast.Side.allCases, panels) { draw(line, side, panel, row) }
        } else {
          draw(line, side, panels[0], row)
        }
      }
    }
    Chrome.say(words.sentences, state, rows: sentenceRows, on: &canvas)
  }

  /// A line that both runs have: once, or in each panel from its own run.
  private mutating func drawShared(_ line: ContrastLayout.Line, _ row: Int) {
    for (side, panel) in zip(Contrast.Side.allCases, panels) {
      switch line {
      case .ruler:
        panel.ruler(
          marked: state.changedTimesteps(of: contrast.layer), row: row, on: &canvas)
      case .input:
        panel.opened(at: state.timeline.isAtStart ? nil : state.inputTimestep)
          .input(state, isRead: state.hasRead, row: row, on: &canvas)
      case .hidden(let index, let part, let height):
        drawHidden(index, side, panel, line: part, height: height, row)
      default: break
      }
    }
  }

  private mutating func draw(
    _ line: ContrastLayout.Line, _ side: Contrast.Side, _ panel: TimeAxis, _ row: Int
  ) {
    canvas.extend(.word(side == .off ? "false" : "true"), panel.rect(row: row))
    switch line {
    case .head: drawHead(side, panel, row)
    case .lane: drawLane(side, panel, row)
    case .state(_, let quantity): drawState(quantity, side, panel, row)
    case .next(_, let index): drawNext(index, side, panel, row)
    case .output: drawOutput(side, panel, row)
    case .blank, .ruler, .input, .hidden, .difference, .parameters, .sentence: break
    }
  }
}

// MARK: - What it is among the screens

extension ContrastScreen: ScreenView {
  static var name: Command.ScreenName { .contrast }

  static func preparing(_ moment: Moment) throws(Refusal) -> Moment { try moment.withContrast() }
  static var showsRecurrentLayersOnly: Bool { true }

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
