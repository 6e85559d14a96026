import Engine
import Phrases
import Screen

/// The block that stands where a layer cannot follow the one before it.
extension NetworkScreen {
  /// Keras's own words where the model is one of Keras's, what they mean, and the way back: the lines of
  /// the block.
  static func failureLines(_ state: Explorer, width: Int) -> [ReportLine] {
    guard let failure = state.plan.failure else { return [] }
    let room = max(20, width - 4)
    let (meaning, back) = Self.meaning(of: failure, in: state)
    return ReportLine.heading(of: failure, in: state, width: room - 2)
      + Fitted.lines(meaning, width: room).map { ReportLine(text: $0) }
      + Fitted.lines(back, width: room).map { ReportLine(text: $0, isAdvice: true) }
  }

  private static func meaning(
    of failure: NetworkPlan.Failure, in state: Explorer
  ) -> (meaning: String, back: String) {
    guard case .rank(let layer, _, let found, let lostBy) = failure.error, let lostBy,
      let index = state.position.description.layers.firstIndex(where: { $0.name == lostBy })
    else { return ("", failure.error.advice.map { $0 + "." } ?? "") }
    let meaning = NetworkPhrases.needsSequence(
      layer, after: lostBy, last: state.timesteps - 1, found: found,
      isKeras: state.model.framework == .keras)
    let isChosen = state.position.layer == .layer(index)
    return (
      meaning, isChosen ? NetworkPhrases.pressR(lostBy) : NetworkPhrases.chooseAndPressR(lostBy)
    )
  }

  mutating func drawFailure(_ index: Int, _ row: Int) {
    guard failureText.indices.contains(index) else { return }
    let line = failureText[index]
    if let failure = state.plan.failure { canvas.extend(.layer(failure.layerName), row: row) }
    if line.isAdvice { canvas.extend(.advice, row: row) }
    canvas[0, row] = Cell(.glyph("▌"), Style(.error))
    canvas.write(
      Phrase(reading: line.text), column: 2, row: row, style: Style(line.ink, bold: line.isBold),
      width: size.width - 3)
  }
}
