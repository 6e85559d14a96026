import Engine
import Insight
import Phrases
import Wording

/// What the contrast screen says of its two runs. Every number comes from one of them.
struct ContrastWords {
  private let state: Explorer
  private let contrast: Contrast
  private let name: String
  private let last: Int
  private let width: Int
  let consequences: [Contrast.Side: Consequences]

  init(_ state: Explorer, _ contrast: Contrast, width: Int) {
    self.state = state
    self.width = width
    self.contrast = contrast
    let layers = state.position.description.layers
    name = layers[contrast.layer].name
    last = state.length(of: contrast.layer) - 1
    consequences = Dictionary(
      uniqueKeysWithValues: Contrast.Side.allCases.map {
        ($0, Consequences(contrast, $0, in: state))
      })
  }

  private var settings: (any RecurrentLayer)? { state.recurrent(contrast.layer) }

  /// Whether the hidden states agree, with the place where they do not, the longest form first.
  var difference: [ContrastPhrases.Difference] {
    let planned = contrast.plan(.off).layers[contrast.layer]
    let largest = Phrase(reading: Self.written(contrast.difference.largest))
    guard let place = contrast.difference.place, let first = contrast.difference.firstTimestep
    else {
      return ContrastPhrases.agree(
        largest, timesteps: last + 1, units: planned.units)
    }
    return ContrastPhrases.differ(largest, at: place.timestep, unit: place.unit, from: first)
  }

  /// A distance, with as many digits as it needs to be seen.
  static func written(_ value: Float) -> String {
    if value == 0 { return "0" }
    return value < 0.0005 || !value.isFinite ? "\(value)" : decimal(value, digits: 3)
  }

  /// What the weights number with each setting.
  var parameters: [Phrase] {
    let counts = Contrast.Side.allCases.map {
      contrast.plan($0).layers[contrast.layer].parameters
    }
    return ContrastPhrases.parameters(of: name, off: counts[0].total, on: counts[1].total)
  }

  /// What a full bar of an output stands for.
  func scale(_ output: Tensor) -> ValueScale {
    if let settings = state.position.description.layers.last?.settings as? Dense,
      settings.activation.range == 0...1
    {
      return .unit
    }
    let largest = output.values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    return .symmetric(largest > 0 ? max(largest, 0.001) : 1)
  }

  /// The most telling first; it fits one line of 78 characters where names are short.
  var sentences: [String] {
    [now] + (atTheEnd.map { [$0] } ?? []) + returnedState + [rule, keys] + stateHint
  }

  /// How far both runs have come, and what they have output.
  private var now: String {
    let timeline = state.timeline
    if timeline.isAtStart {
      return ContrastPhrases.nothingRead.fitted(to: width)
    }
    if !timeline.isAtEnd {
      return ContrastPhrases.read(timeline.read.count, of: last + 1, name).fitted(to: width)
    }
    return last == 0
      ? ContrastPhrases.oneRead : ContrastPhrases.allRead(last: last).fitted(to: width)
  }

  /// What the two outputs have to do with each other, once both are there.
  private var atTheEnd: String? {
    guard state.timeline.isAtEnd, let difference = contrast.endDifference,
      let off = contrast.off.output(contrast.off.layerCount - 1),
      let on = contrast.on.output(contrast.on.layerCount - 1), on.shape.count == 2,
      off.shape.count == 1
    else { return nil }
    return ContrastPhrases.outputs(differ: Self.written(difference.largest), of: on.shape[0])
  }

  /// What the other flag is for, while it is off.
  private var stateHint: [String] {
    guard returnedState.isEmpty else { return [] }
    guard let settings else { return [] }
    return [
      ContrastPhrases.wouldReturnState(
        of: name, settings.stateLetters, inside: settings.otherLetters)
    ]
  }

  private var returnedState: [String] {
    guard let settings, settings.returnState else { return [] }
    return [ContrastPhrases.returnsState(settings.stateLetters, units: settings.units)]
  }

  /// When one wants which.
  private var rule: String {
    if let failed = consequences[.off], failed.isFailure,
      consequences[.on]?.isFailure == false
    {
      let failure = contrast.plan(.off).failure
      let reader = failure?.layerName ?? ContrastPhrases.nextLayer
      if case .rank = failure?.error { return ContrastPhrases.needsTimesteps(reader) }
      return ContrastPhrases.fitsTrueOnly(reader)
    }
    if state.position.description.behind(contrast.layer) == nil {
      return ContrastPhrases.rule
    }
    let shapes = Contrast.Side.allCases.map {
      contrast.plan($0).layers.last?.outputShape.perObservation ?? ""
    }
    return ContrastPhrases.rule(off: shapes[0], on: shapes[1])
  }

  private var keys: String {
    guard let settings else { return "" }
    return ContrastPhrases.keys(
      other: settings.returnSequences ? "False" : "True", isAtEnd: state.timeline.isAtEnd)
  }
}
