import Engine
import Vocabulary

/// The layer and the unit screen.
extension PlainText {
  /// One quantity of all units of the layer.
  mutating func addLayer() {
    guard case .layer(let index) = state.position.layer, state.recurrentLayers.contains(index),
      case .lstm(let settings) = state.position.description.layers[index]
    else { return }
    add(inputLine)
    for ledger in [state.position.quantity, state.position.comparison].compactMap(\.self) {
      guard let quantity = LSTMQuantity(rawValue: ledger.rawValue) else {
        addLayerInput(index)
        continue
      }
      let timestep = quantity.isState ? state.position.timestep : max(0, state.position.timestep)
      let units = counted(settings.units, "unit")
      add("\(settings.name) \(quantity.words) at t \(timestep), \(units):")
      add(
        numbers: state.trace.values(quantity, layer: index, timestep: timestep), of: "unit")
    }
    add(gates(of: index, settings))
    add(leaving(index, settings))
    if let other = state.position.beside { add("Observation \(other) is laid over it.") }
  }

  private mutating func addLayerInput(_ index: Int) {
    let timestep = state.timestepRead(by: index)
    guard index > 0 else {
      add("What it reads at t \(timestep):")
      add(numbers: Array(state.example.observation[timestep]), of: "feature")
      return
    }
    guard let output = state.trace.output(index - 1), output.shape.count == 2 else { return }
    let width = output.shape[1]
    add("What it reads at t \(timestep), from \(state.plan.layers[index - 1].layer.name):")
    add(
      numbers: Array(output.values[timestep * width..<(timestep + 1) * width]), of: "unit")
  }

  /// Ten numbers a line, each line with where it begins.
  private mutating func add(numbers: [Float], of thing: String) {
    for start in stride(from: 0, to: numbers.count, by: 10) {
      let part = numbers[start..<min(start + 10, numbers.count)]
      let range =
        part.count > 1 ? "\(thing)s \(start) to \(start + part.count - 1)" : "\(thing) \(start)"
      add("\(range): \(part.map { decimal($0) }.joined(separator: ", "))")
    }
  }

  /// One unit at one timestep: what it reads, its gates, its states.
  mutating func addUnit() {
    guard case .layer(let index) = state.position.layer, state.recurrentLayers.contains(index),
      case .lstm(let settings) = state.position.description.layers[index]
    else { return }
    let unit = state.unit(of: index)
    guard state.position.timestep >= 0 else {
      add(gates(of: index, settings))
      add("Nothing has been read. The right arrow reads the first timestep.")
      return
    }
    let timestep = state.position.timestep
    let ledger = Ledger(state.trace, layer: index, unit: unit, timestep: timestep)
    let sums = ledger.sums.map { "\($0.gate.letter) \(PrintedSum.text($0.total))" }
    let before = timestep - 1
    add(
      "\(settings.name) unit \(unit) of \(settings.units) at t \(timestep), phase "
        + "\(state.position.phase) of 6.")
    if index == 0 { add(inputLine) }
    add(
      "1. It gathers \(counted(ledger.sums[0].inputs.count, "number")) coming in and "
        + (ledger.isHiddenErased
          ? "0 for h[\(before)], which is erased."
          : "\(counted(settings.units, "number")) of h[\(before)]."))
    add(
      "2. Four weighted sums" + (settings.useBias ? ", each with a bias: " : ": ")
        + sums.joined(separator: ", "))
    for sum in ledger.sums {
      let held = sum.isHeld ? ", held there by a what-if" : ""
      add("3. \(sum.gate.words) \(sum.gate.letter) = \(number(sum.result))\(held)")
    }
    let gates = ledger.sums.map { number($0.result) }
    let old = ledger.isCellErased ? "0 (c[\(before)] is erased)" : number(ledger.cellBefore)
    add(
      "4. c[\(timestep)] = f·c[\(before)] + i·g = \(gates[1]) times \(old) plus \(gates[0]) times "
        + "\(gates[2]) = \(number(ledger.cellState))")
    add(
      "5. h[\(timestep)] = o·\(settings.activation.rawValue)(c) = \(gates[3]) times "
        + "\(settings.activation.rawValue)(\(number(ledger.cellState))) = "
        + number(ledger.hiddenState))
    add("6. " + leaving(index, settings))
  }

  /// Three decimals, as on the unit screen.
  private func number(_ value: Float) -> String { PrintedSum.text(Double(value), signed: false) }
}
