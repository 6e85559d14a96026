import Engine
import Insight
import Wording

/// What the screen says of where a number comes from.
package enum OriginsPhrases {
  package static func title(_ address: String) -> String { "origins of \(address)" }

  package static let nothing =
    "There is nothing to trace here: only what a layer works out comes from somewhere. Press esc."

  // MARK: - Rows and columns

  /// Over the two columns of numbers: by value × gradient, and by running again.
  package static let says = "×grad"
  package static let really = "real"

  /// The row of what the inputs of each timestep come to.
  package static let allInputs = "inputs, added"

  /// Over the lanes of the path of an input; nil where nothing was read that moved it.
  package static func path(of input: String?, isDirect: Bool) -> [Phrase] {
    guard let input else { return ["No input moved it."] }
    let name = Phrase(reading: input)
    if isDirect {
      return ["\(name) came here directly, through no state before", "\(name) came directly"]
    }
    return [
      "How \(name) came here: at each timestep the state that carried most of it",
      "How \(name) came here: the states that carried most", "The way of \(name)",
    ]
  }

  package static let list: [Phrase] = [
    "What moved it: value × gradient, and what an input really adds (· a state)",
    "What moved it: value × gradient, and for an input what it really adds",
    "What moved it: value × gradient, and really",
  ]

  /// In place of a label where there is no room for one.
  package static func letter(_ number: TracedNumber) -> String {
    switch number {
    case .input: "x"
    case .quantity(let name, _, _, _): String(name.letter)
    case .output: "y"
    }
  }

  // MARK: - Sentences

  package static func nothingMoved(_ traced: String) -> Sentence {
    Sentence("Nothing that was read moved \(traced): all of its gradients are 0.")
  }

  /// What really becomes of a number where an input is put to 0, and what its gradient says.
  package static func change(
    _ change: RealChange, of traced: String, by chosen: String
  ) -> Sentence {
    let real = signed(change.real)
    let estimate = signed(change.estimate)
    let fact = "Setting \(chosen) to 0 changes it by \(real)"
    let short = "\(fact); the gradient says \(estimate)"
    guard let error = change.error else {
      return Sentence(
        "Setting \(chosen) to 0 does not change \(traced); the gradient says \(estimate).",
        "Setting \(chosen) to 0 does not change it; the gradient says \(estimate).")
    }
    let out = change.estimate * change.real < 0 ? "the wrong way" : out(error)
    let whole =
      "Setting \(chosen) to 0 changes \(traced) by \(real); the gradient says \(estimate)"
    return Sentence("\(whole), \(out).", "\(short), \(out).", "\(short).")
  }

  /// That a gradient is right for small changes, as far as it is.
  package static func small(_ change: SmallChange) -> Sentence {
    let moved = signed(change.real)
    return Sentence(
      "A gradient is for small changes: with a hundredth less it changes by \(moved); the gradient "
        + "is \(out(change.error)).",
      "With a hundredth less it changes by \(moved): the gradient is \(out(change.error)).")
  }

  /// Why a gradient is far out.
  package static let bends = Sentence(
    "A gradient is the slope right here; on the way to 0 the curves bend, and where one is flat it is "
      + "nearly 0.",
    "A gradient is the slope right here; on the way to 0 the curves bend.")

  /// Of a state, which is not put to 0 alone.
  package static func estimate(
    _ origin: Tracing.Origin, of traced: String, by chosen: String
  ) -> Sentence {
    Sentence(
      "\(chosen) = \(number(origin.value)), times its gradient \(signed(origin.gradient)), makes "
        + "\(signed(origin.part)) of \(traced).",
      "\(chosen): \(number(origin.value)) × \(signed(origin.gradient)) = \(signed(origin.part)).")
  }

  package static let keys: Sentence =
    "↑ ↓ choose; ⏎ goes on to where a state comes from; x sets an input."

  // MARK: - Numbers

  /// How far an estimate is out, in whole percent of what really happens.
  private static func out(_ error: Float) -> String {
    let percent = (error * 100).rounded(.up)
    if percent <= 1 { return "right to within 1 %" }
    if percent > 1000 { return "far out" }
    return "\(Int(percent)) % out"
  }

  private static func number(_ value: Float) -> String { written(value, signed: false) }

  private static func signed(_ value: Float) -> String { written(value, signed: true) }

  /// Three digits behind the point, and as many as show something of a small number.
  private static func written(_ value: Float, signed: Bool) -> String {
    guard value.isFinite, value != 0, value.magnitude < 0.1 else {
      return decimal(value, digits: 3, signed: signed)
    }
    guard value.magnitude < 1e-3 else { return decimal(value, digits: 4, signed: signed) }
    var rest = Double(value.magnitude)
    var exponent = 0
    while rest < 0.995 {
      rest *= 10
      exponent -= 1
    }
    let sign = value < 0 ? "-" : signed ? "+" : ""
    return "\(sign)\(decimal(Float(rest), digits: 1))e\(exponent)"
  }
}
