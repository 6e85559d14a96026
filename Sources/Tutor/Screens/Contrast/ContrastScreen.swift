import Engine
import Screen

/// One LSTM with return_sequences False and True, from two runs of their own, on one time axis: the
/// same hidden states, and what each setting lets out and does to the rest of the network.
struct ContrastScreen {
  let state: State
  let size: Size
  let contrast: Contrast
  let settings: LSTM
  /// One panel with both runs, or one for each.
  let panels: [TimePanel]
  let layout: ContrastLayout
  /// What each run does to the layers behind, in lines.
  let next: [Contrast.Side: [String]]
  let words: ContrastWords
  /// The units whose hidden states are shown, the chosen one first.
  let sample: [Int]
  /// What a full bar of h stands for, the same for all units.
  let scale: Bar.Scale
  var frame: Frame

  /// The narrowest panel that can stand beside another.
  private static let panelWidth = 74

  /// The finished frame.
  static func frame(_ state: State, size: Size) -> Frame {
    guard let contrast = state.moment.contrast,
      case .lstm(let settings) = state.position.description.layers[contrast.layer]
    else {
      var frame = Frame(size)
      Chrome.draw(state, on: &frame)
      Chrome.say(["There is no LSTM layer to contrast."], state, rows: 1..<3, on: &frame)
      return frame
    }
    var screen = ContrastScreen(state, contrast, settings, size: size)
    screen.draw()
    return screen.frame
  }

  private init(_ state: State, _ contrast: Contrast, _ settings: LSTM, size: Size) {
    self.state = state
    self.size = size
    self.contrast = contrast
    self.settings = settings
    let half = (size.width - 1) / 2
    let isSideBySide = half >= Self.panelWidth
    let places = isSideBySide ? [(0, half), (size.width - half, half)] : [(0, size.width)]
    let panels = places.map {
      TimePanel(
        left: $0.0, width: $0.1, timesteps: state.timesteps, current: state.position.timestep)
    }
    self.panels = panels
    let layers = state.position.description.layers
    next = Dictionary(
      uniqueKeysWithValues: Contrast.Side.allCases.map { side in
        (
          side,
          Consequences(contrast, side, layers: layers).lines(
            width: panels[0].textWidth, namesSubject: !panels[0].showsWords)
        )
      })
    words = ContrastWords(state, contrast, width: size.width - 2)
    let units = settings.units
    let unit = state.unit(of: contrast.layer)
    let others = panels[0].showsWords ? min(units - 1, 5) : 0
    layout = ContrastLayout(
      ContrastLayout.Demand(
        next: next.mapValues(\.count), returnsState: settings.returnState, otherUnits: others,
        sentences: words.sentences.count),
      isSideBySide: isSideBySide, height: size.height - 2)
    // Spread over the layer, as many as there are rows for.
    let rows = Set(
      layout.lines.compactMap { if case .hidden(let row, _, _) = $0 { row } else { nil } })
    let more = max(0, rows.count - 1)
    sample = [unit] + (0..<more).map { (unit + ($0 + 1) * units / (more + 1)) % units }.sorted()
    scale = state.sampleScale(of: .hiddenState, layer: contrast.layer)
    frame = Frame(size)
  }

  var isSideBySide: Bool { panels.count > 1 }

  private mutating func draw() {
    Chrome.draw(state, subject: "\(settings.name) · what return_sequences changes", on: &frame)
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
    let sentences = layout.sentenceRows.lowerBound + 1..<size.height - 1
    Chrome.say(words.sentences, state, rows: sentences, on: &frame)
    nameParts()
  }

  /// A line that both runs have: once, or in each panel from its own run.
  private mutating func drawShared(_ line: ContrastLayout.Line, _ row: Int) {
    for (side, panel) in zip(Contrast.Side.allCases, panels) {
      switch line {
      case .ruler:
        panel.ruler(
          state.position.timestep, marked: state.changedTimesteps(of: contrast.layer), row: row,
          on: &frame)
      case .input:
        panel.input(
          state, current: state.position.timestep < 0 ? -1 : state.inputTimestep,
          isRead: state.hasRead, row: row, on: &frame)
      case .hidden(let index, let part, let height):
        drawHidden(sample[index], side, panel, line: part, height: height, row)
      default: break
      }
    }
  }

  private mutating func draw(
    _ line: ContrastLayout.Line, _ side: Contrast.Side, _ panel: TimePanel, _ row: Int
  ) {
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
