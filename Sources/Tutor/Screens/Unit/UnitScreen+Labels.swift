import Engine
import Insight
import Phrases

/// What the terms are called, at several lengths, and which of them a what-if has changed.
extension UnitScreen {
  private var timestep: Int { max(0, state.position.timestep) }
  /// The timestep of the input that is read now.
  private var read: Int { state.timestepRead(by: layer) }

  /// The layer that is read, and its output's letter; nil for the input.
  var source: (name: String, letter: String)? {
    guard layer > 0 else { return nil }
    let before = state.plan.layers[layer - 1].layer
    return (before.name, before.isRecurrent ? "h" : "y")
  }

  func labels(_ row: LedgerTable.Row) -> [Phrase] {
    let before: Phrase = "h[\(timestep - 1)]"
    switch row {
    case .input(let place):
      if let source {
        return [
          "\(source.letter)[\(read)] unit \(place) of \(source.name)",
          "\(source.name) unit \(place)",
          "\(source.name) \(place)", "\(source.letter)[\(read)] unit \(place)", "x \(place)",
        ]
      }
      if state.example.isSymbolic {
        let name = state.featureName(place)
        return ["x[\(read)] \(name)", "x \(name)", Phrase(plain: name)]
      }
      return [Phrase(plain: state.featureName(place))]
    case .zeroInputs(let count):
      let zeros: Phrase = "\(count, of: layer > 0 ? "unit" : "feature") at 0"
      return ["\(zeros): nothing", zeros, "\(count) at 0"]
    case .otherInputs(let count):
      if let source {
        return [
          "\(count) other unit\(count == 1 ? "" : "s") of \(source.name)",
          "\(count, of: "other") of \(source.name)", "\(count, of: "other"), \(source.name)",
          "\(count, of: "other")",
        ]
      }
      return ["\(count) other feature\(count == 1 ? "" : "s")", "\(count) other x"]
    case .state(let unit):
      return [
        "\(before) unit \(unit) of \(settings.name)", "\(before) unit \(unit)",
        "\(before) u\(unit)",
      ]
    case .otherStates(let count):
      let other: Phrase = "\(count) other unit\(count == 1 ? "" : "s")"
      return ["\(other) of \(settings.name)", other, "\(count, of: "other")"]
    case .zeroStates(let count):
      // The only unit is the one that reads.
      let units: Phrase? = count == 1 ? nil : "\(count, of: "unit")"
      let forms: [Phrase?] =
        ledger?.isHiddenErased == true
        ? [units.map { "\($0), h erased: 0" }, "\(before) erased", "h erased"]
        : [units.map { "\($0) at \(before) = 0" }, "\(before) = 0", "h = 0"]
      return forms.compactMap(\.self)
    case .bias: return settings.useBias ? ["bias"] : ["no bias", "bias"]
    }
  }

  /// Whether the number that arrives is another one than the data have.
  func isValueChanged(_ row: LedgerTable.Row) -> Bool {
    guard let original = state.moment.original, layer == 0, case .input(let place) = row else {
      return false
    }
    let index = read * original.input.features + place
    // A number that is none differs from itself; only its bits say whether it was put there.
    return original.input.values[index].bitPattern != state.trace.input.values[index].bitPattern
  }

  /// Whether a weight is another one than the model has.
  func isWeightChanged(_ row: LedgerTable.Row, _ block: Int) -> Bool {
    guard state.moment.original != nil else { return false }
    let column = block * settings.units + state.unit(of: layer)
    let key: String
    let place: Int
    switch row {
    case .input(let input): (key, place) = ("kernel", input * sums.count * settings.units + column)
    case .state(let unit):
      (key, place) = ("recurrent_kernel", unit * sums.count * settings.units + column)
    default: return false
    }
    let name = "\(settings.name)/\(key)"
    return state.model.network.weights[name]?.values[place]
      != state.network.weights[name]?.values[place]
  }
}
