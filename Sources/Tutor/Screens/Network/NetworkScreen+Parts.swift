import Engine
import Screen

/// What can be pointed at.
extension NetworkScreen {
  mutating func nameParts() {
    let lines = layout.lines
    let time = isOverUnits ? nil : timeAxis.timeline(from: layout.labelWidth)
    for (index, line) in lines.enumerated() {
      let row = index + 1
      switch line {
      case .blank, .unseen, .failure, .explanation: break
      case .pipeline: frame.name("pipeline", row: row)
      case .ruler: frame.name("ruler", row: row, timeline: time)
      case .input, .besideInput: frame.name("x", row: row, timeline: time)
      case .inputDetail(let detail):
        frame.name("x", row: row, timeline: hasColumns(detail) ? time : nil)
      case .header(let layer):
        frame.name(name(layer), rows: rows(of: lines) { $0.layer == layer })
      case .quantity(let layer, let quantity, let line, let height):
        guard line == 0 else { continue }
        frame.name(
          quantity.address(in: name(layer)), rows: row..<min(row + height, lines.count + 1),
          timeline: time)
      case .besideState(let layer):
        frame.name(LSTMQuantity.cellState.address(in: name(layer)), row: row, timeline: time)
      case .lane(let layer):
        frame.name(outputAddress(of: name(layer)), row: row, timeline: time)
      case .dense(let layer):
        frame.name(name(layer), row: row)
        frame.name(outputAddress(of: name(layer)), row: row)
      case .output: nameAnswer(row)
      }
    }
    if let failure = state.plan.failure {
      let block = rows(of: lines) { $0.isFailure }
      frame.name(failure.layerName, rows: block)
      frame.name("advice", rows: block.suffix(failureText.count(where: \.isAdvice)))
    }
    frame.name("head", rows: rows(of: lines) { $0.isHead })
    frame.name(
      "sentences", rows: rows(of: lines) { $0.isExplanation }.prefix(explanations.count))
  }

  private mutating func nameAnswer(_ row: Int) {
    let time = hasAnswers ? timeAxis.timeline(from: layout.labelWidth) : nil
    frame.name("answer", row: row, timeline: time)
    guard let last = state.position.description.layers.last else { return }
    frame.name(last.name, row: row)
    frame.name(outputAddress(of: last.name), row: row, timeline: time)
  }

  private func name(_ layer: Int) -> String { state.position.description.layers[layer].name }

  /// Whether a line of the input has a column for each timestep.
  private func hasColumns(_ detail: Int) -> Bool {
    switch state.inputDetails[detail] {
    case .readings, .vector: false
    case .feature: true
    }
  }
}

extension NetworkLayout.Line {
  /// The recurrent layer whose line it is.
  fileprivate var layer: Int? {
    switch self {
    case .header(let layer), .quantity(let layer, _, _, _), .besideState(let layer),
      .lane(let layer):
      layer
    case .blank, .pipeline, .ruler, .input, .besideInput, .inputDetail, .failure, .unseen, .dense,
      .output, .explanation:
      nil
    }
  }

  fileprivate var isHead: Bool {
    switch self {
    case .dense, .output: true
    default: false
    }
  }

  fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
  fileprivate var isExplanation: Bool { if case .explanation = self { true } else { false } }
}
