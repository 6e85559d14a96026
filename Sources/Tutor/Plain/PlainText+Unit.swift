import Engine

/// The unit screen: what one unit reads, its gates, its states. Every number is the ledger's.
extension PlainText {
  mutating func addUnit() {
    guard case .layer(let index) = state.position.layer, state.recurrentLayers.contains(index),
      case .lstm(let settings) = state.position.description.layers[index]
    else { return }
    let unit = state.unit(of: index)
    let timestep = state.position.timestep
    let place = timestep < 0 ? "before t 0" : "at t \(timestep)"
    add(
      "\(settings.name) unit \(unit) of \(settings.units) \(place), phase "
        + "\(state.position.phase) of 6.")
    if index == 0 { add(inputLine) }
    guard timestep >= 0 else {
      let words = UnitSentences(state, layer: index, settings: settings, ledger: nil, width: .max)
      for line in words.all { add(line) }
      add(gates(of: index, settings))
      add(leaving(index, settings))
      return
    }
    let ledger = Ledger(state.trace, layer: index, unit: unit, timestep: timestep)
    addSums(ledger)
    for sum in ledger.sums {
      let held = sum.isHeld ? ", held by a what-if" : ""
      add("3. \(sum.gate.words) \(sum.gate.letter) = \(decimal(sum.result, digits: 3))\(held)")
    }
    add(cell(ledger))
    let curve = settings.activation.rawValue
    add(
      "5. h[\(timestep)] = o·\(curve)(c) = \(decimal(ledger[.outputGate].result, digits: 3)) times "
        + "\(curve)(\(decimal(ledger.cellState, digits: 3))) = "
        + "\(decimal(ledger[.outputGate].result, digits: 3)) times \(number(ledger.curvedCell)) = "
        + decimal(ledger.hiddenState, digits: 3))
    add("6. " + leaving(index, settings))
  }

  /// What arrives and what the four sums make of it.
  private mutating func addSums(_ ledger: Ledger) {
    let settings = ledger.settings
    let before = "h[\(ledger.timestep - 1)]"
    add(
      "1. It gathers \(counted(ledger.sums[0].inputs.count, "number")) from outside and "
        + "\(settings.units) of \(before)\(ledger.isHiddenErased ? ", which is erased: 0" : "").")
    let sums = ledger.sums.map { "\($0.gate.letter) \(number($0.total))" }
    add(
      "2. Each of four sums weighs them all\(settings.useBias ? " and adds a bias" : ""): "
        + sums.joined(separator: ", "))
  }

  /// The cell equation with the c that entered, erased or from another observation as it may be.
  private func cell(_ ledger: Ledger) -> String {
    let before = "c[\(ledger.timestep - 1)]"
    let erased = ledger.isCellErased ? ", \(before) is erased" : ""
    let parts = PrintedSum([ledger.kept, ledger.written], total: Double(ledger.cellState))
    // Rounded so that they add up, like those on the screen.
    let products =
      parts.map { $0.addends.map { number(Double($0) / 1000) } }
      ?? [number(ledger.kept), number(ledger.written)]
    return "4. c[\(ledger.timestep)] = f·\(before) + i·g = "
      + "\(decimal(ledger[.forgetGate].result, digits: 3)) times "
      + "\(decimal(ledger.cellBefore, digits: 3)) plus "
      + "\(decimal(ledger[.inputGate].result, digits: 3)) times "
      + "\(decimal(ledger[.cellCandidate].result, digits: 3)) = "
      + "\(products[0]) plus \(products[1]) = \(decimal(ledger.cellState, digits: 3))\(erased)"
  }

  /// Three decimals as the screen rounds them, without its plus sign.
  private func number(_ value: Double) -> String {
    String(PrintedSum.text(value).trimmingPrefix("+"))
  }
}
