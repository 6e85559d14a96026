import Engine
import NetworkCode
import Phrases
import Screen
import Wording

/// Below the table: the weights of the chosen layer, or why the network cannot be built.
extension ShapesScreen {
  /// As many of the lines as there is room for.
  var detailLines: [ReportLine] {
    var lines = detail
    // The heading can be spared: the title names the layer.
    if lines.count > layout.detailRows.count {
      if sketch.plan.failure == nil {
        lines.removeFirst()
      } else {
        lines.removeAll(where: \.isAdvice)
      }
    }
    return lines
  }

  mutating func drawDetail() {
    // Where the network cannot be built the reason stands in the place of the weights.
    let failed = sketch.plan.failure.map { PartName.layer($0.layerName) }
    canvas.name(failed ?? .word("derivation"), rows: layout.detailRows)
    for (row, line) in zip(layout.detailRows, detailLines) {
      if line.isAdvice { canvas.extend(.advice, row: row) }
      canvas.write(
        Phrase(reading: line.text), column: 1, row: row, style: Style(line.ink, bold: line.isBold),
        width: size.width - 2)
    }
  }

  static func detailLines(_ state: Explorer, _ sketch: Sketch, width: Int) -> [ReportLine] {
    if let failure = sketch.plan.failure {
      let advice = Fitted.lines(
        failure.error.advice.map { $0 + "." } ?? "", width: max(1, width - 2)
      )
      .map { ReportLine(text: $0, isAdvice: true) }
      return ReportLine.keras(on: failure, width: width - 4) + advice
    }
    guard case .layer(let index) = state.position.layer, let planned = sketch.layer(index) else {
      return inputLines(sketch)
    }
    return weightLines(planned, width: width)
  }

  private static func inputLines(_ sketch: Sketch) -> [ReportLine] {
    let input = sketch.tried.input
    let first = sketch.tried.layers.first?.name ?? ShapesPhrases.network
    return [
      ReportLine(text: ShapesPhrases.nothingToLearn(input.name), isBold: true),
      ReportLine(text: ShapesPhrases.batch(in: "\(input.shape)"), ink: .quiet),
      ReportLine(text: ShapesPhrases.reads(first, features: input.features), ink: .quiet),
    ]
  }

  /// The weights as a sum.
  private static func weightLines(_ planned: PlannedLayer, width: Int) -> [ReportLine] {
    let features = planned.inputShape.features ?? 0
    let units = planned.layer.units
    let isRecurrent = planned.layer.isRecurrent
    let head = ShapesPhrases.weights(
      of: planned.layer.name, units: units, reading: features)
    var lines = [ReportLine(text: head, ink: .title, isBold: true)]
    var rows: [(String, String, String, Sentence)] = planned.weightShapes.map { weight in
      let count = weight.dimensions.reduce(1, *)
      let meaning =
        switch weight.name {
        case "kernel" where isRecurrent: ShapesPhrases.input(features, units: units)
        case "recurrent_kernel": ShapesPhrases.state(units)
        case "kernel": ShapesPhrases.dense(features, units: units)
        default: ShapesPhrases.bias
        }
      let shape = weight.dimensions.map(String.init).joined(separator: " × ")
      return (weight.name, shape, grouped(count), meaning)
    }
    rows.append(
      (
        ShapesPhrases.together, "", grouped(planned.parameters.total),
        Sentence(planned.parameters.derivation)
      ))
    let torch = planned.torchParameters
    if torch != planned.parameters {
      rows.append(
        ("PyTorch", "", grouped(torch.total), ShapesPhrases.secondBias(4 * units)))
    }
    let widths = (
      rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0, rows.map(\.2.count).max() ?? 0
    )
    for (index, row) in rows.enumerated() {
      let isSum = index >= planned.weightShapes.count
      func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
      }
      let name = row.0 + String(repeating: " ", count: widths.0 - row.0.count)
      let numbers = "  \(name)  \(right(row.1, widths.1))  \(right(row.2, widths.2))"
      // A meaning is said whole or not at all.
      let full = row.3.forms.map { "\(numbers)  \($0)" }.first { $0.count <= width - 2 }
      lines.append(
        ReportLine(
          text: full ?? numbers, ink: isSum ? .text : .quiet,
          isBold: index == planned.weightShapes.count))
    }
    return lines
  }

  /// What one is looking at: what was changed, or what to try.
  var sentences: [String] {
    let room = size.width - 2
    let news = sketch.news
    if !news.isEmpty, case let first = Fitted.form(news, width: room) {
      return [first, tail]
    }
    // A what-if changes numbers, but none of the sizes that are counted here.
    let opening =
      state.position.changes.isEmpty ? ShapesPhrases.nothingChanged : ShapesPhrases.noSizeChanged
    return [opening.fitted(to: room), tail]
  }

  private var tail: String {
    let hasLSTM = sketch.tried.layers.contains(where: \.isRecurrent)
    guard sketch.tried.input.hasTimesteps, hasLSTM else {
      return ShapesPhrases.sizesOnly
    }
    return ShapesPhrases.sameWeights + (sketch.changes.isEmpty ? "" : ShapesPhrases.star)
  }
}
