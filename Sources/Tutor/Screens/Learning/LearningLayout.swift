import Screen

/// Which line of the learning screen shows what, for one size.
struct LearningLayout: Hashable {
  /// What a chart shows over the steps.
  enum Measure: Hashable { case loss, accuracy }

  enum Line: Hashable {
    case blank, progress, epochs, ruler, input, truth
    /// Another feature than that of the input's row.
    case feature(Int)
    case chart(Measure, line: Int, height: Int)
    /// The remembered state of a layer's unit, and the gradient that reaches the layer.
    case state(layer: Int, line: Int, height: Int)
    case gradient(layer: Int, line: Int, height: Int)
    case answer(line: Int, height: Int)
  }

  struct Demand: Hashable {
    /// Whether there is anything to learn.
    var hasCharts: Bool
    var hasAccuracy: Bool
    var layers: [Int]
    var chosen: Int?
    var hasTruth: Bool
    var hasGradients: Bool
    var hasAnswers: Bool
    /// The other features of which the task asks.
    var features: [Int] = []
  }

  let lines: [Line]
  let sentenceRows: Range<Int>

  /// The first row of the charts on the screen.
  var chartRow: Int {
    1 + (lines.firstIndex { if case .chart = $0 { true } else { false } } ?? 0)
  }

  init(_ demand: Demand, size: Size) {
    let content = max(0, size.height - 2)
    // Where there is nothing to learn there is more to say.
    var sentences =
      content >= 36 ? 6 : content >= 30 || !demand.hasCharts ? 3 : content >= 20 ? 2 : 1
    var room = content - sentences
    // Ruler and input, and with charts the progress and the epochs.
    room -= demand.hasCharts ? 4 : 2
    var loss = demand.hasCharts ? 2 : 0
    var accuracy = demand.hasAccuracy ? 2 : 0
    let hasAnswers = demand.hasAnswers
    room -= loss + accuracy + (hasAnswers ? 1 : 0)
    var gradient = demand.hasGradients ? 1 : 0
    let shown = Self.nearest(
      demand.layers, to: demand.chosen, most: max(1, room / (1 + gradient)))
    room -= (1 + gradient) * shown.count
    func take(_ count: Int, if wanted: Bool = true) -> Bool {
      guard wanted, room >= count else { return false }
      room -= count
      return true
    }
    let hasTruth = take(1, if: demand.hasTruth)
    let features = demand.features.filter { _ in take(1) }
    var gaps = 0
    if take(1, if: loss > 0) { loss += 1 }
    if take(1, if: accuracy > 0) { accuracy += 1 }
    if take(1, if: demand.hasCharts) { gaps = 1 }
    if take(1, if: loss > 0) { loss += 1 }
    var state = 1
    var answer = hasAnswers ? 1 : 0
    let rows = shown.count
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      if loss > 0, loss < 10, take(1) { (loss, isGrowing) = (loss + 1, true) }
      if accuracy > 0, accuracy < 8, take(1) { (accuracy, isGrowing) = (accuracy + 1, true) }
      // A signed row has its zero in the middle.
      let more = state == 1 ? 1 : 2
      if rows > 0, state < 6, take(more * rows) { (state, isGrowing) = (state + more, true) }
      if gradient > 0, gradient < 6, rows > 0, take(rows) {
        (gradient, isGrowing) = (gradient + 1, true)
      }
      if answer > 0, answer < 4, take(1) { (answer, isGrowing) = (answer + 1, true) }
    }
    var lines: [Line] = demand.hasCharts ? [.progress] : []
    lines += (0..<loss).map { .chart(.loss, line: $0, height: loss) }
    lines += (0..<accuracy).map { .chart(.accuracy, line: $0, height: accuracy) }
    if demand.hasCharts { lines.append(.epochs) }
    if gaps > 0 { lines.append(.blank) }
    lines += [.ruler, .input] + features.map(Line.feature)
    if hasTruth { lines.append(.truth) }
    for layer in shown {
      lines += (0..<state).map { .state(layer: layer, line: $0, height: state) }
      lines += (0..<gradient).map { .gradient(layer: layer, line: $0, height: gradient) }
    }
    lines += (0..<answer).map { .answer(line: $0, height: answer) }
    lines = Array(lines.prefix(content - 1))
    sentences = max(1, content - lines.count)
    self.lines = lines
    sentenceRows = size.height - 1 - sentences..<size.height - 1
  }

  /// As many layers as there is room for, those around the chosen one.
  private static func nearest(_ layers: [Int], to chosen: Int?, most: Int) -> [Int] {
    guard layers.count > most else { return layers }
    let place = chosen.flatMap(layers.firstIndex) ?? layers.count - 1
    let start = max(0, min(place - most / 2, layers.count - most))
    return Array(layers[start..<start + most])
  }
}
