import Insight
import Wording

/// What the Dense screen says in its rows and labels.
package enum DensePhrases {
  // MARK: - Title and layers

  /// The unit in the title.
  package static func subject(_ unit: Int, of units: Int) -> Phrase {
    units == 1 ? "its one unit" : SharedPhrases.unit(unit, of: units)
  }

  /// A layer with its width.
  package static func layer(_ name: String, units: Int) -> Phrase { "\(name) (\(units))" }

  /// What is read of a recurrent layer, which may not have handed it on yet.
  package static func hiddenState(
    of layer: String, units: Int, timestep: Int, isAwaited: Bool
  ) -> [Phrase] {
    let state: Phrase = "h[\(timestep)]"
    guard isAwaited else {
      return ["\(state) of \(layer) (\(units))", "\(layer) \(state)", state]
    }
    return ["\(state) of \(layer) (\(units)), if read here", "\(state) if read here", state]
  }

  /// What is read of the input, at a timestep where it has several.
  package static func input(_ name: String, width: Int, timestep: Int?) -> [Phrase] {
    let place: Phrase = timestep.map { "x[\($0)]" } ?? "x"
    return ["\(place) of \(name) (\(width))", place]
  }

  // MARK: - All units, all numbers that are read

  package static let sums = ["sums z", "z"]
  package static let outputs = ["outputs y", "y"]
  package static let values = ["value", "x"]
  package static let weights = ["× weight", "×"]
  package static let products = ["= product", "="]

  /// Over the bars of all units: which they are and what full ones stand for.
  package static func units(
    _ shown: Range<Int>, of count: Int, sums: ValueScale, outputs: ValueScale
  ) -> [Phrase] {
    let which = part(shown, of: count, "unit")
    let z = Phrase(reading: sums.text)
    let y = Phrase(reading: outputs.text)
    if sums == outputs {
      return [
        "\(which): the sum z and the output y of each, both on \(z)", "\(which): z and y on \(z)",
      ]
    }
    return [
      "\(which): the sum z of each on \(z), the output y on \(y)", "\(which): z on \(z), y on \(y)",
    ]
  }

  /// Over the bars of what is read; `unit` is whose weights they are, nil of the one there is.
  package static func inputs(
    _ shown: Range<Int>, of count: Int, unit: Int?, scales: [ValueScale]
  ) -> [Phrase] {
    let which: Phrase =
      shown.count == count
      ? "\(count, of: "number")" : "\(shown.lowerBound)–\(shown.upperBound - 1) of \(count) numbers"
    let reader: Phrase = unit.map { "unit \($0)" } ?? "the unit"
    let texts = scales.map { Phrase(reading: $0.text) }
    return [
      "\(reader) reads \(which): values on \(texts[0]), weights on \(texts[1]), products on \(texts[2])",
      "\(reader) reads \(which): \(texts[0]), \(texts[1]), \(texts[2])",
    ]
  }

  private static func part(_ shown: Range<Int>, of count: Int, _ thing: String) -> Phrase {
    shown.count == count
      ? "\(count, of: thing)"
      : "\(thing)s \(shown.lowerBound)–\(shown.upperBound - 1) of \(count)"
  }

  // MARK: - The steps

  package static let term = ["term"]
  package static let value = "value"
  package static let weight = "weight"
  package static let product = "product"
  package static let soFar = "so far"
  package static let total = ["sum z", "z"]
  package static let bias: [Phrase] = ["bias"]

  /// A unit of the layer before.
  package static func term(_ unit: Int, of layer: String) -> [Phrase] {
    ["\(layer) unit \(unit)", "\(layer)[\(unit)]", "unit \(unit)", "[\(unit)]"]
  }

  /// A feature of the input by its number.
  package static func feature(_ feature: Int) -> Phrase { "x[\(feature)]" }

  /// The largest terms as one step.
  package static func larger(_ count: Int) -> [Phrase] {
    ["\(count) larger ones", "\(count) larger"]
  }

  /// The smallest terms as one step; some of them may add nothing.
  package static func smaller(_ count: Int, zeros: Int) -> [Phrase] {
    let others: Phrase = "\(count, of: "other")"
    return zeros == 0 ? [others] : ["\(others), \(zeros) at 0", others]
  }

  /// Terms that add nothing.
  package static func zeros(_ count: Int) -> [Phrase] {
    ["\(count) add nothing", "\(count) add 0"]
  }

  /// An end of an axis, which is a round number or one as short as it goes.
  package static func end(_ number: Double) -> Phrase {
    let value = Float(number)
    if value == 0 { return "0" }
    guard value.magnitude < 1e5 else {
      return Phrase(reading: PrintedSum.text("\(value)", width: 5))
    }
    let digits = (0...6).first { digits in
      let written = Float(decimal(value, digits: digits)) ?? 0
      return (written - value).magnitude <= value.magnitude * 1e-4
    }
    return Phrase(value, digits: digits ?? 6)
  }

  // MARK: - The curve

  package static let yes = "yes"
  package static let no = "no"

  package static func threshold(_ threshold: Float) -> Phrase {
    Phrase(threshold, digits: (threshold * 10).rounded() == threshold * 10 ? 1 : 2)
  }

  /// An output: a share that is neither 0 nor 1 is not written as one of them.
  package static func number(_ output: Float, isShare: Bool) -> Phrase {
    guard isShare else { return Phrase(reading: PrintedSum.text(Double(output))) }
    guard output > 0, output < 1 else { return Phrase(output, digits: 3) }
    let digits = (3...7).first { digits in
      let written = Float(decimal(output, digits: digits)) ?? 0
      return written > 0 && written < 1
    }
    return Phrase(output, digits: digits ?? 7)
  }

  package static func output(_ curve: String, _ output: Phrase) -> [Phrase] {
    ["y = \(curve) = \(output)", "\(curve) = \(output)", "y = \(output)", output]
  }

  package static func before(_ output: Phrase) -> Phrase { "before: \(output)" }

  /// What a network's output is the answer to.
  package static func asks(_ question: String) -> Phrase { Phrase(plain: "\(question)?") }
}
