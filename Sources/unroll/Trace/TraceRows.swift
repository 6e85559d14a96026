import Documents
import Engine
import ModelFiles

/// A trace as rows: one for each observation, layer, timestep and unit.
///
/// They are handed on while they are made: a trace has hundreds of times the size of what is traced.
struct TraceRows {
  enum Form {
    /// Comma-separated values under a header; a cell is empty where a layer has no such quantity,
    /// and `output` where nothing leaves the layer at that timestep.
    case csv
    /// One array of objects; a quantity that a layer does not have is left out.
    case json
  }

  private let form: Form
  private let write: ([UInt8]) throws -> Void
  /// What the layers of the network have, each once.
  private let quantities: [QuantityName]
  private var text: [UInt8] = []
  private var isFirst = true

  /// Rows of traces of a network, which go to `write` in pieces.
  init(
    _ form: Form, of network: NetworkDescription, with gradients: [QuantityName] = [],
    write: @escaping ([UInt8]) throws -> Void
  ) {
    self.form = form
    self.write = write
    let present = Set(network.layers.flatMap { $0.recurrent?.quantities.map(\.name) ?? [] })
    quantities = QuantityName.ofLayers.filter(present.contains) + gradients
    let columns =
      ["observation", "layer", "timestep", "unit"] + quantities.map(\.rawValue)
      + ["output"]
    add(form == .csv ? columns.joined(separator: ",") + "\n" : "[\n")
  }

  /// The rows of one observation's trace.
  mutating func add(_ trace: Trace, observation: Int) throws {
    for index in 0..<trace.layerCount {
      guard let output = trace.output(index) else { continue }
      let layer = trace.network.plan.layers[index].layer
      let units = trace.network.plan.layers[index].units
      let opening =
        switch form {
        case .csv: "\(observation),\(Self.quoted(layer.name)),"
        case .json: "{\"observation\":\(observation),\"layer\":\(JSON.quoted(layer.name))"
        }
      // A quantity that only other layers have is empty.
      let values = quantities.map { quantity in
        layer.recurrent?.quantity(quantity) == nil
          ? [] : trace.all(quantity, layer: index).values
      }
      let count = values.map(\.count).max().flatMap { $0 > 0 ? $0 : nil } ?? output.values.count
      // What leaves is the end of the states; of a Dense layer it is all there is.
      let before = count - output.values.count
      let hasTimesteps = layer.isRecurrent || output.shape.count == 2
      for place in 0..<count {
        addRow(
          opening, timestep: hasTimesteps ? place / units : nil, unit: place % units,
          values, place, output: place < before ? nil : output.values[place - before])
        if text.count >= Self.atOnce { try flush() }
      }
    }
  }

  /// What ends the rows.
  mutating func end() throws {
    if form == .json { add("\n]\n") }
    try flush()
  }

  private static let atOnce = 1 << 16

  private mutating func flush() throws {
    try write(text)
    text.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ string: String) { text += string.utf8 }

  private mutating func addRow(
    _ opening: String, timestep: Int?, unit: Int, _ values: [[Float]], _ place: Int,
    output: Float?
  ) {
    switch form {
    case .csv:
      add(opening)
      if let timestep { add("\(timestep)") }
      add(",\(unit)")
      for column in values { add(column.isEmpty ? "," : ",\(column[place])") }
      add(",")
      if let output { add("\(output)") }
      add("\n")
    case .json:
      if !isFirst { add(",\n") }
      isFirst = false
      add(opening)
      if let timestep { add(",\"timestep\":\(timestep)") }
      add(",\"unit\":\(unit)")
      for (quantity, column) in zip(quantities, values) where !column.isEmpty {
        add(",\"\(quantity.rawValue)\":\(Self.number(column[place]))")
      }
      if let output { add(",\"output\":\(Self.number(output))") }
      add("}")
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
}
