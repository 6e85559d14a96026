import Engine

/// A trace as rows: one for each observation, layer, timestep and unit.
enum TraceRows {
  private static let columns =
    ["observation", "layer", "timestep", "unit"] + LSTMQuantity.allCases.map(\.rawValue)
    + ["output"]

  /// Rows of comma-separated values under a header; a cell is empty where a layer has no such
  /// quantity, and `output` where nothing leaves the layer at that timestep.
  static func csv(_ traces: [Trace], observations: [Int]) -> String {
    var text = columns.joined(separator: ",") + "\n"
    each(traces, observations) { observation, layer, row in
      let cells =
        ["\(observation)", quoted(layer), row.timestep.map { "\($0)" } ?? "", "\(row.unit)"]
        + (row.quantities.isEmpty
          ? Array(repeating: "", count: LSTMQuantity.allCases.count)
          : row.quantities.map { "\($0)" }) + [row.output.map { "\($0)" } ?? ""]
      text += cells.joined(separator: ",") + "\n"
    }
    return text
  }

  /// One array of objects; a quantity that a layer does not have is left out.
  static func json(_ traces: [Trace], observations: [Int]) -> String {
    var objects: [String] = []
    each(traces, observations) { observation, layer, row in
      var members = ["\"observation\":\(observation)", "\"layer\":\(escaped(layer))"]
      if let timestep = row.timestep { members.append("\"timestep\":\(timestep)") }
      members.append("\"unit\":\(row.unit)")
      for (quantity, value) in zip(LSTMQuantity.allCases, row.quantities) {
        members.append("\"\(quantity.rawValue)\":\(number(value))")
      }
      if let output = row.output { members.append("\"output\":\(number(output))") }
      objects.append("{\(members.joined(separator: ","))}")
    }
    return "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }

  private struct Row {
    /// nil where a layer applies once, whatever the timesteps were.
    var timestep: Int?
    var unit: Int
    /// In the order of `LSTMQuantity.allCases`; empty for a layer that has none.
    var quantities: [Float] = []
    var output: Float?
  }

  private static func each(
    _ traces: [Trace], _ observations: [Int], _ body: (Int, String, Row) -> Void
  ) {
    for (trace, observation) in zip(traces, observations) {
      for index in 0..<trace.layerCount {
        let name = trace.network.plan.layers[index].layer.name
        for row in rows(of: index, in: trace) { body(observation, name, row) }
      }
    }
  }

  private static func rows(of index: Int, in trace: Trace) -> [Row] {
    guard let output = trace.output(index) else { return [] }
    let layer = trace.network.plan.layers[index].layer
    let isSequence = output.shape.count == 2
    switch layer {
    case .dense:
      return output.values.enumerated().map { place, value in
        Row(
          timestep: isSequence ? place / layer.units : nil, unit: place % layer.units,
          output: value)
      }
    case .lstm(let settings):
      let quantities = LSTMQuantity.allCases.map { trace.all($0, layer: index).values }
      let count = quantities[0].count
      return (0..<count).map { place in
        let leaves = settings.returnSequences || place >= count - settings.units
        return Row(
          timestep: place / settings.units, unit: place % settings.units,
          quantities: quantities.map { $0[place] },
          output: leaves ? quantities[quantities.count - 1][place] : nil)
      }
    }
  }

  /// JSON has no word for a number that is none.
  private static func number(_ value: Float) -> String {
    value.isFinite ? "\(value)" : "null"
  }

  private static func quoted(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }

  private static func escaped(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
