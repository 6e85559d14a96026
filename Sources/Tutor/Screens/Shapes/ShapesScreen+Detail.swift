import Engine
import NetworkCode
import Phrases
import Screen

/// Below the table: the weights of the chosen layer, or why the network cannot be built.
extension ShapesScreen {
  /// The weights of a layer, or lines.
  enum Detail: Hashable {
    case weights(WeightsDetail)
    case lines([ReportLine])

    /// The lines that all of it takes.
    var height: Int {
      switch self {
      case .weights(let weights): weights.height
      case .lines(let lines): lines.count
      }
    }
  }

  mutating func drawDetail() {
    switch detail {
    case .weights(let weights): drawWeights(weights)
    case .lines(let lines): draw(lines)
    }
  }

  /// As many of the lines as there is room for; advice is given whole or not at all.
  private mutating func draw(_ all: [ReportLine]) {
    let lines = all.count > layout.detailRows.count ? all.filter { !$0.isAdvice } : all
    // Where the network cannot be built the reason stands in the place of the weights.
    let failed = sketch.plan.failure.map { PartName.layer($0.layerName) }
    canvas.name(failed ?? .word("derivation"), rows: layout.detailRows)
    for (row, line) in zip(layout.detailRows, lines) {
      if line.isAdvice { canvas.extend(.advice, row: row) }
      canvas.write(
        Phrase(reading: line.text), column: 1, row: row, style: Style(line.ink, bold: line.isBold),
        width: size.width - 2)
    }
  }

  static func detail(_ state: Explorer, _ sketch: Sketch, width: Int, lines: Int) -> Detail {
    if let failure = sketch.plan.failure {
      let advice = Fitted.lines(
        failure.error.advice.map { $0 + "." } ?? "", width: max(1, width - 2)
      )
      .map { ReportLine(text: $0, isAdvice: true) }
      return .lines(ReportLine.heading(of: failure, in: state, width: width - 4) + advice)
    }
    guard case .layer(let index) = state.position.layer, let planned = sketch.layer(index) else {
      return .lines(inputLines(sketch))
    }
    return .weights(
      WeightsDetail(
        planned, opened: sketch.openedLayer(index), width: width, lines: lines))
  }

  private static func inputLines(_ sketch: Sketch) -> [ReportLine] {
    let input = sketch.tried.input
    let first = sketch.tried.layers.first?.name ?? ShapesPhrases.network
    return [
      ReportLine(text: ShapesPhrases.nothingToLearn(input.name), isBold: true),
      ReportLine(text: ShapesPhrases.reads(first, features: input.features), ink: .quiet),
    ]
  }

  /// What one is looking at: what was changed, or what to try.
  var sentences: [String] {
    let room = size.width - 2
    let news = sketch.news
    if !news.isEmpty, case let first = Fitted.form(news, width: room) {
      return [first, tail, ShapesPhrases.batch]
    }
    // A what-if changes numbers, but none of the sizes that are counted here.
    let opening =
      state.position.changes.isEmpty ? ShapesPhrases.nothingChanged : ShapesPhrases.noSizeChanged
    return [opening.fitted(to: room), tail, ShapesPhrases.batch]
  }

  private var tail: String {
    let hasLSTM = sketch.tried.layers.contains(where: \.isRecurrent)
    guard sketch.tried.input.hasTimesteps, hasLSTM else {
      return ShapesPhrases.sizesOnly
    }
    return ShapesPhrases.sameWeights + (sketch.changes.isEmpty ? "" : ShapesPhrases.star)
  }
}
