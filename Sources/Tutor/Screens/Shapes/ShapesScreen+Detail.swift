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
    canvas.name(sketch.plan.failure?.layerName ?? "derivation", rows: layout.detailRows)
    for (row, line) in zip(layout.detailRows, detailLines) {
      if line.isAdvice { canvas.extend("advice", row: row) }
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
    let first = sketch.tried.layers.first?.name ?? "the network"
    return [
      ReportLine(text: "\(input.name) has nothing to learn: 0 parameters.", isBold: true),
      ReportLine(
        text: "In \(input.shape) None is the batch: any number of observations.", ink: .quiet),
      ReportLine(
        text: "\(first) reads \(counted(input.features, "feature")) at each timestep.", ink: .quiet),
    ]
  }

  /// The weights as a sum.
  private static func weightLines(_ planned: PlannedLayer, width: Int) -> [ReportLine] {
    let features = planned.inputShape.features ?? 0
    let units = planned.layer.units
    let isRecurrent = planned.layer.isRecurrent
    let head =
      "\(planned.layer.name): its weights, \(counted(units, "unit")) reading "
      + counted(features, "number")
    var lines = [ReportLine(text: head, ink: .title, isBold: true)]
    var rows: [(String, String, String, [String])] = planned.weightShapes.map { weight in
      let count = weight.dimensions.reduce(1, *)
      let meaning: [String] =
        switch weight.name {
        case "kernel" where isRecurrent:
          ["x: \(counted(features, "number")) into 4·\(units) sums", "x into 4·\(units) sums"]
        case "recurrent_kernel":
          ["h[t-1]: \(counted(units, "number")) into the same sums", "h into the same"]
        case "kernel":
          [
            "\(counted(features, "number")) into \(counted(units, "sum"))",
            "into \(counted(units, "sum"))",
          ]
        default: ["one for each sum"]
        }
      let shape = weight.dimensions.map(String.init).joined(separator: " × ")
      return (weight.name, shape, grouped(count), meaning)
    }
    rows.append(
      ("together", "", grouped(planned.parameters.total), [planned.parameters.derivation]))
    let torch = planned.torchParameters
    if torch != planned.parameters {
      rows.append(
        (
          "PyTorch", "", grouped(torch.total),
          [
            "a second bias of \(grouped(4 * units)), added to the first",
            "two biases, + \(grouped(4 * units))",
          ]
        ))
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
      let full = row.3.map { "\(numbers)  \($0)" }.first { $0.count <= width - 2 }
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
    let subject = state.position.changes.isEmpty ? "Nothing" : "No size"
    let opening = [
      "\(subject) is changed yet. Press t: one timestep more. Which numbers move?",
      "\(subject) is changed. t: one timestep more. What moves?",
    ]
    return [Fitted.form(opening, width: room), tail]
  }

  private var tail: String {
    let hasLSTM = sketch.tried.layers.contains(where: \.isRecurrent)
    guard sketch.tried.input.hasTimesteps, hasLSTM else {
      return "Only sizes are counted here: no number of the network is computed."
    }
    let mark = sketch.changes.isEmpty ? "" : " * is changed."
    return "The same weights serve every timestep: no count has a timestep in it." + mark
  }
}
