import Engine
import Wording

/// What the network screen says of a moment, below its numbers.
package enum ExplanationPhrases {
  /// A timestep that does not count.
  package static func skips(
    _ layer: String, timestep: Int, read: Int, states: [Character]
  ) -> Sentence {
    let kept = conjoined(states.map { String($0) })
    let stays = states.count == 1 ? "stays as it was" : "stay as they were"
    // One that reads from the end is at another timestep of what it reads.
    let place =
      read == timestep ? "t \(timestep)" : "t \(read), which it reads at its step \(timestep),"
    return Sentence(
      "\(place) is padding: \(layer) skips it, and \(kept) \(stays).",
      "\(layer) skips t \(read); \(kept) \(stays).")
  }

  /// A layer whose states begin as those of another one ended.
  package static func startsFrom(
    _ layer: String, giver: String, states: [Character]
  ) -> Sentence {
    let kept = conjoined(states.map { String($0) })
    return Sentence("\(layer) starts from \(kept) of \(giver), as they are when it has read all.")
  }

  /// How bars are to be read; some letters, if any, are shares.
  package static func bars(shares: [Character], others: [Character]) -> Sentence {
    func list(_ letters: [Character]) -> String {
      letters.map { "\($0)" }.joined(separator: " ")
    }
    let signed = "the upper half of the row above zero, the lower half below zero"
    return Sentence(
      shares.isEmpty
        ? "Bars fill \(signed). Dots: not read yet."
        : "Bars: \(list(shares)) rise from 0 to 1; \(list(others)) fill \(signed). Dots: not read "
          + "yet.",
      shares.isEmpty
        ? "Bars: upper half above zero, lower half below. Dots: not read yet."
        : "Bars: \(list(shares)) rise from 0 to 1; \(list(others)) fill the upper half above zero, "
          + "the lower half below. Dots: not read yet.")
  }

  // MARK: - Before the first timestep

  package static func nothingRead(states: [Character]) -> Sentence {
    Sentence(
      "Nothing has been read. Every observation starts anew, from "
        + "\(QuantityPhrases.beforeTheFirst(states, " = 0")) in every unit. → reads x[0].",
      "Nothing has been read: \(QuantityPhrases.zerosBeforeTheFirst(states)) in every unit. "
        + "→ reads x[0].")
  }

  /// The states come from another observation.
  package static func startedElsewhere(states: [Character]) -> Sentence {
    let before = QuantityPhrases.beforeTheFirst(states)
    return Sentence(
      "What if: \(before) are the states after another observation, as stateful=True would "
        + "carry them over.",
      "What if: \(before) come from another observation.")
  }

  /// Why there are zeros before t 0.
  package static func zeros(states: [Character]) -> Sentence {
    let none = conjoined(states.map { "no \($0)" })
    let zero =
      "Before t 0 there is \(none): \(QuantityPhrases.beforeTheFirst(states)) "
      + "\(states.count == 1 ? "is" : "are") 0"
    return Sentence("\(zero), at the start of every observation.", "\(zero).")
  }

  /// What a layer keeps from one timestep to the next: h, and other states.
  package static func keeps(_ layer: String, units: Int, others: [Character]) -> Sentence {
    let keeps = "\(layer) keeps \(numbers(units)) in h"
    guard !others.isEmpty else { return Sentence("\(keeps), one for each unit.") }
    let all = "\(keeps) and as many in \(QuantityPhrases.letters(others))"
    return Sentence("\(all): each unit has one of each.", "\(all).")
  }

  // MARK: - Where the network cannot be built

  package static func noNumbers(from layer: String) -> Sentence {
    Sentence("\(layer) and the layers after it have no numbers.")
  }

  package static func stillRuns(_ layer: String, noNumbersFrom broken: String) -> Sentence {
    Sentence("\(layer) still runs; \(broken) and the layers after it have no numbers.")
  }

  // MARK: - Input

  package static func arrive(features: Int, at dense: String) -> Sentence {
    Sentence("\(features) numbers arrive; \(dense) reads them all.")
  }

  /// Each feature reaches each unit, once for each of the sums that a unit has.
  package static func arrive(
    features: Int, at layer: String, units: Int, sums: Int
  ) -> Sentence {
    let often = times(sums)
    let columns = sums * units
    return Sentence(
      "\(features) features arrive at each timestep. Each reaches all \(units) units "
        + "of \(layer), \(often): the kernel is \(features) × \(columns).",
      "Each of \(features) features reaches all \(units) units of \(layer), \(often): "
        + "\(features) × \(columns).")
  }

  package static func observation(timesteps count: Int, features: Int) -> Sentence {
    let one = "One observation is \(timesteps(count)) of \(features) features, in this order."
    return Sentence(
      "\(one) A thousand of them have the shape (1000, \(count), \(features)), the batch first; "
        + "none affects another.",
      one)
  }

  // MARK: - What is computed

  package static func curveOfItsSum(unit: Int, timestep: Int) -> Sentence {
    Sentence("Unit \(unit): h[\(timestep)] is the curve of its sum.")
  }

  /// The states of a unit, each written out, and the one that matters most.
  package static func computed(unit: Int, states: [String], most: String) -> Sentence {
    Sentence("Unit \(unit): \(states.joined(separator: "; "))", "Unit \(unit): \(most)")
  }

  // MARK: - What a layer outputs

  /// There is no output yet; with the states that will be outputs beside the last h, if any.
  package static func noOutputYet(
    _ layer: String, units: Int, timestep: Int, last: Int, returned states: [Character]
  ) -> Sentence {
    let also =
      states.isEmpty ? "" : " and the last \(QuantityPhrases.letters(states)) (return_state)"
    return Sentence(
      "\(layer) has read \(timestep + 1) of \(timesteps(last + 1)) and has no output yet: with "
        + "return_sequences=False it outputs only h[\(last)]\(also).",
      "\(layer) has no output yet; it will be h[\(last)] alone, \(numbers(units)).")
  }

  package static func outputsEvery(_ layer: String, units: Int, timestep: Int) -> Sentence {
    let all = "\(layer) outputs h at every timestep, \(numbers(units)) each time"
    return Sentence("\(all); h[\(timestep)] is the latest.", "\(all).")
  }

  /// At the end, of a layer that outputs every h.
  package static func hasOutputEvery(
    _ layer: String, units: Int, last: Int, returned states: [Character]
  ) -> Sentence {
    let width = numbers(units)
    return Sentence(
      "\(layer) has read \(timesteps(last + 1)) and output h at each: \(last + 1) × \(width), "
        + "one for each unit.\(returned(states, units))",
      "\(layer) has output h at \(timesteps(last + 1)), \(width) each.")
  }

  /// At the end, of a layer that outputs its last h alone.
  package static func outputsLastAlone(
    _ layer: String, units: Int, last: Int, returned states: [Character]
  ) -> Sentence {
    let width = numbers(units)
    return Sentence(
      "\(layer) has read all \(timesteps(last + 1)); its output is h[\(last)] alone: one vector of "
        + "\(width), one for each unit.\(returned(states, units))",
      "\(layer) has read all \(last + 1); its output is h[\(last)] alone, \(width).")
  }

  private static func returned(_ states: [Character], _ units: Int) -> String {
    states.isEmpty
      ? ""
      : " It also outputs the last \(QuantityPhrases.letters(states)), "
        + "\(numbers(units))\(states.count == 1 ? "" : " each") (return_state)."
  }

  /// A sequence reaches the head.
  package static func denseAtEveryTimestep(
    after layer: String, dense: Int, timesteps: Int, shape: String
  ) -> Sentence {
    Sentence(
      "\(layer) outputs h at every timestep, so the Dense "
        + "\(dense == 1 ? "layer is" : "layers are") applied at each of the \(timesteps), with the same weights: the output is \(shape), one answer for each timestep.",
      "Dense is applied at each of the \(timesteps) timesteps: output \(shape).")
  }

  /// The network's last numbers, of which one knows no more than that they are its output, and the true one
  /// where it is known.
  package static func outputs(
    _ layer: String, _ numbers: String, _ brief: String, truth: Float?
  ) -> Sentence {
    let says = layer == "output" ? "The output is" : "\(layer) outputs"
    let truth = truth.map { " The truth: \(decimal($0, signed: true))." } ?? ""
    return numbers == brief
      ? Sentence("\(says) \(numbers).\(truth)")
      : Sentence("\(says) \(numbers).\(truth)", "\(layer): \(brief).\(truth)")
  }

  // MARK: - Order

  package static let onlyTimestep = Sentence(
    "There is only one timestep: nothing comes before it.")

  /// Why time cannot be skipped, at the end.
  package static func readInOrder(timesteps: Int) -> Sentence {
    Sentence(
      "The \(timesteps) timesteps were read one after another, each with the h of the one before it "
        + "and with the same weights.")
  }

  /// Why time cannot be skipped.
  package static func order(timestep: Int, timesteps: Int) -> Sentence {
    Sentence(
      "One timestep after another: t \(timestep + 1) needs h[\(timestep)]. All \(timesteps) use the "
        + "same weights.")
  }

  package static func readsFromEnd(
    _ layer: String, of before: String, timestep read: Int
  ) -> Sentence {
    Sentence(
      "\(layer) reads from the end (go_backwards), here h[\(read)] of \(before): \(before) must "
        + "have read everything first.",
      "\(layer) reads \(before) from its end (go_backwards).")
  }

  package static func readsBehind(_ layer: String, _ before: String, timestep: Int) -> Sentence {
    Sentence(
      "At t \(timestep) \(layer) takes h[\(timestep)] of \(before). Keras runs "
        + "\(before) to the end first, then \(layer): the numbers are the same.",
      "\(layer) takes h[\(timestep)] of \(before) at t \(timestep).")
  }

  // MARK: - Dense

  /// What a Dense layer does, once or at each of so many timesteps.
  package static func dense(
    _ layer: String, inputs: Int, units: Int, hasBias: Bool, activation: Activation,
    timesteps: Int?, parameters: Int, derivation: String
  ) -> Sentence {
    let apply =
      timesteps.map { "is applied at each of the \($0) timesteps, with the same weights" }
      ?? "is applied once"
    let who = units == 1 ? "Its unit" : "Each of its \(units) units"
    let bias = hasBias ? ", adds a bias" : ""
    let count = "\(derivation) = \(grouped(parameters)) parameters"
    return Sentence(
      "\(layer) reads \(numbers(inputs)) and \(apply); it keeps no state. \(who) weighs "
        + "\(inputs == 1 ? "it" : "them all")\(bias)\(activation.use): \(count).",
      "\(layer) \(apply): \(count).")
  }

  private static func timesteps(_ count: Int) -> String {
    counted(count, "timestep")
  }

  private static func numbers(_ count: Int) -> String {
    counted(count, "number")
  }
}
