import Engine
import Insight
import Learning
import Phrases
import Screen
import Vocabulary

/// The learning screen: loss and accuracy over the steps beside what rules reach that need no network, and
/// below them what the open observation comes to in the network of now, or of the epoch that was gone
/// back to.
struct LearningScreen: Drawing {
  let state: Explorer
  let size: Size
  /// The charts and the axis of the epochs; nil where nobody knows what there is to learn.
  let course: TrainingCourse?
  /// The columns of the timesteps.
  let time: TimeAxis
  let layout: LearningLayout
  let sentences: [String]
  var canvas = Canvas.none

  init(_ state: Explorer, size: Size) {
    self.state = state
    self.size = size
    let course = TrainingCourse(state)
    self.course = course
    time = TimeAxis(panel: 0, width: size.width, state.timesteps, state.position.timestep)
    sentences = LearningSentences(state, course, width: size.width - 2).lines
    layout = LearningLayout(
      LearningLayout.Demand(
        hasCharts: course != nil, hasAccuracy: course?.hasAccuracy == true,
        layers: state.recurrentLayers, chosen: state.chosenRecurrentLayer,
        hasTruth: state.example.truths != nil, hasGradients: state.knowsLoss,
        hasAnswers: state.moment.answers != nil, features: state.featuresAsked),
      size: size)
  }

  func resized(toHeight height: Int) -> any Drawing {
    LearningScreen(state, size: Size(width: size.width, height: height))
  }

  var contentRows: Int { layout.sentenceRows.lowerBound }

  mutating func draw() {
    Chrome.draw(
      state, subject: LearningPhrases.title, place: place, on: &canvas)
    for (index, line) in layout.lines.enumerated() { draw(line, index + 1) }
    Chrome.say(sentences, state, rows: layout.sentenceRows, on: &canvas)
  }

  private var place: String {
    let stage = state.shownTraining?.stage ?? .notBegun
    return state.hasGoneBack
      ? LearningPhrases.goneBack(isTraining: stage == .running) : LearningPhrases.state(stage)
  }

  private mutating func draw(_ line: LearningLayout.Line, _ row: Int) {
    switch line {
    case .blank: break
    case .progress: drawProgress(row)
    case .chart(let measure, let part, let height):
      if part == 0 { drawChart(measure, height: height, row) }
    case .epochs: drawEpochs(row)
    case .ruler: time.ruler(row: row, on: &canvas)
    case .input:
      canvas.goes(time.columns, rows: row..<row + 1)
      time.opened(at: state.timeline.isAtStart ? nil : state.inputTimestep)
        .input(state, isRead: state.hasRead, row: row, on: &canvas)
    case .truth: drawTruth(row)
    case .feature(let feature): drawFeature(feature, row)
    case .state(let layer, let part, let height):
      if part == 0 { drawState(of: layer, height: height, row) }
    case .gradient(let layer, let part, let height):
      if part == 0 { drawGradient(of: layer, height: height, row) }
    case .answer(let part, let height): if part == 0 { drawAnswer(height: height, row) }
    }
  }

  private mutating func drawProgress(_ row: Int) {
    canvas.name(.word("progress"), row: row)
    guard let training = state.shownCourse else { return }
    let forms =
      state.hasGoneBack
      ? training.progress(shown: state.openEpoch?.number ?? 0) : training.progress
    canvas.write(
      Fitted.form(forms, width: size.width - 2), column: 1, row: row, style: Style(.quiet),
      width: size.width - 2)
  }
}

// MARK: - What it is among the screens

extension LearningScreen: ScreenView {
  static var name: Command.ScreenName { .learning }
  static var shownLayers: ShownLayers { .recurrent }
  static var deeper: Command.ScreenName? { .layer }

  static func say(in text: inout PlainText) { text.addLearning() }

  static func layout(_ state: Explorer, size: Size) -> any Drawing {
    LearningScreen(state, size: size)
  }
}

extension Explorer {
  /// The training that the screen shows: that of the open model.
  var shownTraining: LiveTraining? { isOpenTraining ? training : nil }

  /// Whether somebody went back to an earlier version than the newest of the training. While a guess is open
  /// a version stays that nobody went back to.
  var hasGoneBack: Bool { shownTraining != nil && position.epoch != nil && prediction == nil }

  /// Whether gradients are those of a loss: the way back is known, and so is the true answer.
  var knowsLoss: Bool { trace.goesBack && trace.objective.isLoss }

  /// How large the gradient of a layer's hidden state is at each timestep; nil where there is no loss.
  func reach(of layer: Int) -> GradientReach? {
    guard knowsLoss, recurrent(layer) != nil else { return nil }
    return GradientReach(trace, .hiddenGradient, layer: layer)
  }

  /// The recurrent layer that is chosen, or the last one.
  var chosenRecurrentLayer: Int? {
    if case .layer(let index) = position.layer, recurrentLayers.contains(index) { return index }
    return recurrentLayers.last
  }
}
