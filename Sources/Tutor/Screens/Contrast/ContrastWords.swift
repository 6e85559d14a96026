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
    last = state.timesteps - 1
    consequences = Dictionary(
      uniqueKeysWithValues: Contrast.Side.allCases.map {
        ($0, Consequences(contrast, $0, layers: layers))
      })
  }

  private var settings: (any RecurrentLayer)? { state.recurrent(contrast.layer) }

  /// A sentence about h with the figure that it is about.
  struct Difference {
    /// What stands before the figure, behind the letter h.
    var before: Phrase
    /// `largest difference 0`.
    var figure: Phrase
    var behind: Phrase = ""

    var text: String { "h" + before.text + figure.text + behind.text }
    var count: Int { text.count }
  }

  /// Whether the hidden states agree, with the place where they do not, the longest form first.
  var difference: [Difference] {
    let planned = contrast.plan(.off).layers[contrast.layer]
    let largest = Phrase(reading: Self.written(contrast.difference.largest))
    let figure: Phrase = "largest difference \(largest)"
    guard let place = contrast.difference.place, let first = contrast.difference.firstTimestep
    else {
      let over: Phrase =
        " over \(state.timesteps, of: "timestep") × \(planned.layer.units, of: "unit")"
      return [
        Difference(before: " computed either way, in two runs: ", figure: figure, behind: over),
        Difference(before: " computed either way: ", figure: figure, behind: over),
        Difference(before: " computed either way: ", figure: figure),
      ]
    }
    let there: Phrase = " at t \(place.timestep), unit \(place.unit)"
    return [
      Difference(
        before: " of the two runs: ", figure: figure, behind: "\(there); they part at t \(first)"),
      Difference(before: ": ", figure: figure, behind: "\(there); part at t \(first)"),
      Difference(before: ": ", figure: figure, behind: there),
    ]
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
    let numbers = counts.map { count -> Phrase in "\(grouped: count.total)" }
    let add = counts[0].total == counts[1].total ? ": the flag adds none" : ""
    return [
      "parameters of \(name): \(numbers[0]) with False, \(numbers[1]) with True\(add)",
      "parameters: \(numbers[0]) with False, \(numbers[1]) with True",
      "parameters: \(numbers[0]), \(numbers[1])",
    ]
  }

  /// What a full bar of an output stands for.
  func scale(_ output: Tensor) -> ValueScale {
    if case .dense(let settings) = state.position.description.layers.last,
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

  /// How far both runs have come, and what has left.
  private var now: String {
    let timestep = state.position.timestep
    if timestep < 0 {
      return Fitted.form(
        ["Nothing has been read yet; → steps through both runs together.", "Nothing read yet."],
        width: width)
    }
    let read = timestep + 1
    if timestep < last {
      let vectors = read == 1 ? "1 vector" : "\(read) vectors"
      let have = read == 1 ? "has" : "have"
      return Fitted.form(
        [
          "\(read) of \(last + 1) read: with False nothing has left \(name), with True \(vectors) "
            + "\(have).",
          "\(read) of \(last + 1) read: False gave nothing yet, True \(vectors).",
        ], width: width)
    }
    return last == 0
      ? "The one timestep is read: h[0] leaves either way."
      : Fitted.form(
        [
          "All \(last + 1) read: with False h[\(last)] leaves, with True h[0] to h[\(last)].",
          "All read: False lets h[\(last)] out, True h[0] to h[\(last)].",
        ], width: width)
  }

  /// What the two outputs have to do with each other, once both are there.
  private var atTheEnd: String? {
    guard state.position.timestep == last, let difference = contrast.endDifference,
      let off = contrast.off.output(contrast.off.layerCount - 1),
      let on = contrast.on.output(contrast.on.layerCount - 1), on.shape.count == 2,
      off.shape.count == 1
    else { return nil }
    let written = Self.written(difference.largest)
    let last = on.shape[0] == 1 ? "True's output" : "The last of True's \(on.shape[0]) outputs"
    return "\(last) and the one of False: difference \(written)."
  }

  /// What the other flag is for, while it is off.
  private var stateHint: [String] {
    guard returnedState.isEmpty else { return [] }
    guard let settings else { return [] }
    let other = settings.otherLetters
    let inside = other.isEmpty ? "." : "; \(other) stays inside."
    return [
      "Of \(name) the layers behind get h alone\(inside) return_state=True would hand out the "
        + "last \(settings.stateLetters) beside it, for a decoder: type :toggle return_state."
    ]
  }

  private var returnedState: [String] {
    guard let settings, settings.returnState else { return [] }
    let units = settings.units
    return [
      "return_state=True hands out the last \(settings.stateLetters) too, (\(units)) each, whatever the "
        + "flag; the layers behind read the output alone."
    ]
  }

  /// When one wants which.
  private var rule: String {
    if let failed = consequences[.off], failed.isFailure,
      consequences[.on]?.isFailure == false
    {
      let reader = contrast.plan(.off).failure?.layerName ?? "the next layer"
      return "\(reader) needs a timestep axis: only True gives it one."
    }
    if contrast.layer + 1 == state.position.description.layers.count {
      return "One answer at the end: False. An answer at every timestep: True."
    }
    let shapes = Contrast.Side.allCases.map {
      contrast.plan($0).layers.last?.outputShape.perObservation ?? ""
    }
    return "One answer at the end, \(shapes[0]): False. An answer at every timestep, \(shapes[1]): "
      + "True."
  }

  private var keys: String {
    guard let settings else { return "" }
    let other = settings.returnSequences ? "False" : "True"
    return "r gives the network \(other). Dots have not been read; ─ leaves nothing; □ will leave."
  }
}
