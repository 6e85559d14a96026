import Engine
import Insight
import Phrases
import Screen
import Vocabulary
import Wording

// What is under the cursor, in words and as an address.
extension Explorer {
  /// The address of what the cursor of the open screen is on, as its canvas says.
  package var addressUnderCursor: Quantity {
    let size = Size(width: 80, height: 24)
    return bareView(self, size: size).cursor ?? addressOfRemembered
  }

  /// What is under the cursor in one sentence with its numbers.
  var explanation: String {
    let address = addressUnderCursor
    let timestep = max(0, position.timestep)
    guard let value = try? moment.values(of: address, at: timestep).first?.value else {
      return Explanation(self).lines(width: 500, count: 1).first ?? ""
    }
    let number = decimal(value, digits: 3, signed: true)
    guard case .layer(let index) = position.layer, let kind = address.kind.recurrent,
      address.layer == position.description.layers[index].name,
      position.timestep >= 0
    else { return "\(address) = \(number)\(amongUnits(of: address))." }
    return "\(address) = \(number): \(meaning(of: kind, value, layer: index))"
  }

  /// Which unit of a layer without gates is meant: its screen shows all of them at once.
  private func amongUnits(of address: Quantity) -> String {
    guard case .layer(let index) = position.layer, address.kind == .output,
      case let units = units(of: index), units > 1, let unit = address.indices.last.flatMap(\.self)
    else { return "" }
    return ", unit \(unit) of \(units); , and . choose another"
  }

  /// The address of what the chosen layer remembers.
  var addressOfRemembered: Quantity {
    address(of: position.chosenRecurrent?.remembered ?? .hiddenState)
  }

  private func meaning(of kind: QuantityName, _ value: Float, layer: Int) -> String {
    guard let settings = recurrent(layer), let quantity = settings.quantity(kind) else { return "" }
    return settings.hasCell
      ? meaningWithCell(of: kind, value, layer: layer, settings)
      : "the \(quantity.words), \(settings.equation(of: quantity))."
  }

  /// What the quantities of a layer with a cell state say of it.
  private func meaningWithCell(
    of kind: QuantityName, _ value: Float, layer: Int, _ settings: any RecurrentLayer
  ) -> String {
    let timestep = position.timestep
    let unit = position.units[layer]
    func bracketed(_ value: Float) -> String {
      let text = decimal(value, digits: 3)
      return text.hasPrefix("-") ? "(\(text))" : text
    }
    func number(_ quantity: QuantityName, _ timestep: Int) -> String {
      bracketed(trace.value(quantity, layer: layer, unit: unit, timestep: timestep))
    }
    let before = bracketed(
      trace.entering(.cellState, layer: layer, unit: unit, timestep: timestep))
    let share = decimal(value * 100, digits: 0)
    switch kind {
    case .inputGate:
      return "\(share) % of the candidate \(number(.cellCandidate, timestep)) is written into c."
    case .forgetGate:
      let kept = decimal(
        trace.entering(.cellState, layer: layer, unit: unit, timestep: timestep), digits: 3)
      return "\(share) % of c[\(timestep - 1)] = \(kept) is kept; 1 keeps, 0 forgets."
    case .cellCandidate:
      return "what would be written into c; the input gate lets \(number(.inputGate, timestep)) of "
        + "it in."
    case .outputGate:
      return "\(share) % of tanh(c) = tanh(\(number(.cellState, timestep))) shows as h."
    case .cellState:
      return "f·c + i·g = \(number(.forgetGate, timestep))·\(before) + "
        + "\(number(.inputGate, timestep))·\(number(.cellCandidate, timestep))."
    default:
      return "o·tanh(c) = \(number(.outputGate, timestep))·tanh(\(number(.cellState, timestep)))."
    }
  }

  /// Keeps the address and the value of what is under the cursor.
  mutating func copy() -> Effect? {
    if position.screen == .shapes { return copyFromShapes() }
    do throws(Refusal) {
      let address = addressUnderCursor
      let values = try moment.values(of: address, at: max(0, position.timestep))
      guard let value = values.first?.value else { return nil }
      message = "copied \(address) = \(value)"
      return .copy("\(address) = \(value)")
    } catch {
      refuse(error)
      return nil
    }
  }

  /// The output before the what-ifs and after them.
  var beforeAndAfter: String? {
    guard let original = moment.original else { return nil }
    let last = position.description.layers.count - 1
    func end(_ trace: Trace) -> String {
      guard let value = trace.output(last)?.values.last else { return "none" }
      return decimal(value, digits: value.magnitude < 0.01 ? 6 : 3)
    }
    return "output: \(end(original)) before → \(end(trace)) after"
  }

  /// The newest change and how many there are, for the mark that every screen carries.
  var changeMark: String? {
    guard let newest = position.changes.last else { return nil }
    let count = position.changes.count
    return (count > 1 ? "\(count) what-ifs, last: " : "what if: ") + "\(newest)"
  }

  /// The text that the prompt opens with: a what-if goes on with what is under the cursor.
  func beginning(_ text: String) -> String {
    guard text == Keymap.whatIf else { return text }
    let address = addressUnderCursor
    if address.kind == .x { return "put \(address) " }
    guard let quantity = address.kind.recurrent else { return "clamp " }
    guard quantity.isState else {
      let unit = address.indices.last.flatMap(\.self) ?? 0
      return "clamp \(address.layer).\(quantity.rawValue) \(unit) "
    }
    return "erase \(quantity.letter) \(max(0, position.timestep)) \(address.layer)"
  }

  /// Whether a what-if touches a quantity of a layer, in the unit that is shown.
  func isChanged(_ quantity: QuantityName, layer: Int) -> Bool {
    let name = position.description.layers[layer].name
    return position.changes.contains { change in
      switch change {
      case .clamp(let address, let units, _):
        guard address.layer == name, address.kind.recurrent == quantity else { return false }
        return switch units {
        case .all: true
        case .these(let list): list.contains(unit(of: layer))
        }
      case .erase(let states, let timestep, let only):
        guard only ?? name == name, timestep == position.timestep else { return false }
        return quantity.isState && states.engine.contains(quantity)
      default: return false
      }
    }
  }
}
