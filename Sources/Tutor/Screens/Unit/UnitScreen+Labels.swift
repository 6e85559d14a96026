import Engine
import Insight
import Phrases

/// What the terms are called, at several lengths, and which of them a what-if has changed.
extension UnitScreen {
  private var timestep: Int { state.timestep }
  /// The timestep of the input that is read now.
  private var read: Int { state.timestepRead(by: layer) }

  /// The layer that is read, and its output's letter; nil for the input.
  var source: (name: String, letter: Character)? {
    guard let place = state.plan.layers[layer].before else { return nil }
    let before = state.plan.layers[place].layer
    return (before.name, before.isRecurrent ? "h" : "y")
  }

  func labels(_ row: LedgerTable.Row) -> [Phrase] {
    let before: Phrase = "h[\(timestep - 1)]"
    switch row {
    case .input(let place):
      if let source {
        return UnitPhrases.input(place, of: source.name, letter: source.letter, timestep: read)
      }
      if state.example.isSymbolic {
        let name = state.featureName(place)
        return ["x[\(read)] \(name)", "x \(name)", Phrase(plain: name)]
      }
      return [Phrase(plain: state.featureName(place))]
    case .zeroInputs(let count):
      return UnitPhrases.zeroInputs(count, areUnits: source != nil)
    case .otherInputs(let count):
      return source.map { UnitPhrases.otherUnits(count, of: $0.name) }
        ?? UnitPhrases.otherFeatures(count)
    case .state(let unit): return UnitPhrases.state(unit, of: settings.name, before: before)
    case .otherStates(let count): return UnitPhrases.otherStates(count, of: settings.name)
    case .zeroStates(let count):
      return ledger?.isHiddenErased == true
        ? UnitPhrases.erasedStates(count, before: before)
        : UnitPhrases.zeroStates(count, before: before)
    case .bias: return settings.useBias ? UnitPhrases.bias : UnitPhrases.noBias
    case .recurrentBias: return UnitPhrases.recurrentBias
    }
  }

  /// Whether the number that arrives is another one than the data have.
  func isValueChanged(_ row: LedgerTable.Row) -> Bool {
    guard source == nil, case .input(let place) = row else { return false }
    let data = state.moment.original.observation
    let index = read * data.features + place
    // A number that is none differs from itself; only its bits say whether it was put there.
    return data.values[index].bitPattern != state.trace.input.values[index].bitPattern
  }

  /// Whether a weight is another one than the model has.
  func isWeightChanged(_ row: LedgerTable.Row, _ block: Int) -> Bool {
    let column = block * settings.units + state.unit(of: layer)
    let key: String
    let place: Int
    switch row {
    case .input(let input): (key, place) = ("kernel", input * sums.count * settings.units + column)
    case .state(let unit):
      (key, place) = ("recurrent_kernel", unit * sums.count * settings.units + column)
    case .bias: (key, place) = ("bias", column)
    case .recurrentBias: (key, place) = ("bias", sums.count * settings.units + column)
    default: return false
    }
    return state.isChanged(weight: "\(settings.name)/\(key)", at: place)
  }
}
