import Engine
import Wording

/// What the network screen says of a moment, below its numbers.
package enum ExplanationPhrases {
  /// How bars are to be read; some letters, if any, are shares.
  package static func bars(shares: [Character], others: [Character]) -> Sentence {
    func list(_ letters: [Character]) -> String {
      letters.map { "\($0)" }.joined(separator: " ")
    }
    let all = shares.isEmpty ? "they" : "\(list(shares)) stand from 0 to 1; \(list(others))"
    return Sentence(
      "Bars: \(all) fill the upper half above zero, the lower half below. Dots: not read yet.")
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
        + "have them.",
      "What if: \(before) come from another observation.")
  }

  /// Why there are zeros before t 0.
  package static func zeros(states: [Character]) -> Sentence {
    let none = conjoined(states.map { "no \($0)" })
    let zero =
      "Before t 0 there is \(none): \(QuantityPhrases.beforeTheFirst(states)) "
      + "\(states.count == 1 ? "is" : "are") 0"
    return Sentence("\(zero), for every observation anew.", "\(zero).")
  }

  /// What a layer keeps from one timestep to the next: h, and other states.
  package static func keeps(_ layer: String, units: Int, others: [Character]) -> Sentence {
    let keeps = "\(layer) keeps \(numbers(units)) of h"
    guard !others.isEmpty else { return Sentence("\(keeps): each is a unit.") }
    let all = "\(keeps) and as many of \(QuantityPhrases.letters(others))"
    return Sentence("\(all): one of each is a unit.", "\(all).")
  }

  // MARK: - Where the network cannot be built

  package static func noNumbers(from layer: String) -> Sentence {
    Sentence("\(layer) and what follows have no numbers.")
  }

  package static func stillRuns(_ layer: String, noNumbersFrom broken: String) -> Sentence {
    Sentence("\(layer) still runs; \(broken) and what follows have no numbers.")
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
      "\(features) features arrive at each timestep. Each reaches every one of the \(units) "
        + "units of \(layer), \(often): the kernel is \(features) × \(columns).",
      "Each of \(features) features reaches all \(units) units of \(layer), \(often): "
        + "\(features) × \(columns).")
  }

  package static func observation(timesteps count: Int, features: Int) -> Sentence {
    let one = "One observation is \(timesteps(count)) of \(features) features, in this order."
    return Sentence(
      "\(one) A thousand of them are (1000, \(count), \(features)), the batch first; none knows of "
        + "the others.",
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

  // MARK: - What leaves

  /// Nothing has left; the states that will leave beside the last h, if any.
  package static func nothingLeft(
    _ layer: String, units: Int, timestep: Int, last: Int, returned states: [Character]
  ) -> Sentence {
    let also =
      states.isEmpty ? "" : ", beside the last \(QuantityPhrases.letters(states)) (return_state)"
    return Sentence(
      "\(layer) has read \(timestep + 1) of \(timesteps(last + 1)), and nothing has left it: with "
        + "return_sequences=False only h[\(last)] will\(also).",
      "\(layer): nothing has left yet; only h[\(last)] will, \(numbers(units)).")
  }

  package static func handsOn(_ layer: String, units: Int, timestep: Int) -> Sentence {
    let all = "\(layer) hands on h of every timestep, \(numbers(units)) each"
    return Sentence("\(all); h[\(timestep)] has just left.", "\(all).")
  }

  /// At the end, of a layer that has handed on every h.
  package static func handedOn(
    _ layer: String, units: Int, last: Int, returned states: [Character]
  ) -> Sentence {
    let width = numbers(units)
    return Sentence(
      "\(layer) has read \(timesteps(last + 1)) and handed on h of each: \(last + 1) × \(width), "
        + "one for each unit.\(returned(states, units))",
      "\(layer) handed on h of \(timesteps(last + 1)), \(width) each.")
  }

  /// At the end, of a layer that hands on its last h alone.
  package static func onlyLastLeaves(
    _ layer: String, units: Int, last: Int, returned states: [Character]
  ) -> Sentence {
    let width = numbers(units)
    return Sentence(
      "\(layer) has read all \(timesteps(last + 1)); only h[\(last)] leaves: one vector of \(width), "
        + "one for each unit.\(returned(states, units))",
      "\(layer) read all \(last + 1); only h[\(last)] leaves: one vector of \(width).")
  }

  private static func returned(_ states: [Character], _ units: Int) -> String {
    states.isEmpty
      ? ""
      : " The last \(QuantityPhrases.letters(states)) leave\(states.count == 1 ? "s" : "") too, "
        + "\(numbers(units)) each (return_state)."
  }

  /// A sequence reaches the head.
  package static func denseAtEveryTimestep(
    after layer: String, timesteps: Int, shape: String
  ) -> Sentence {
    Sentence(
      "\(layer) hands on h of every timestep, so the Dense layers apply at each of the "
        + "\(timesteps), with the same weights: the output is \(shape), an answer for each timestep.",
      "Dense applies at each of the \(timesteps) timesteps, same weights: output \(shape).")
  }

  // MARK: - Order

  package static let onlyTimestep = Sentence(
    "There is one timestep: nothing comes before it.")

  /// Why time cannot be skipped, at the end.
  package static func readInOrder(timesteps: Int) -> Sentence {
    Sentence(
      "The \(timesteps) timesteps were read one after another, each with h of the one before it and "
        + "the same weights.")
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
      "\(layer) reads from the end (go_backwards), here h[\(read)] of \(before): \(before) has to "
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
      timesteps.map { "applies at each of the \($0) timesteps, with the same weights" }
      ?? "applies once"
    let who = units == 1 ? "Its unit" : "Each of its \(units) units"
    let bias = hasBias ? ", adds a bias" : ""
    let count = "\(derivation) = \(grouped(parameters)) parameters"
    return Sentence(
      "\(layer) reads \(numbers(inputs)), knows no timesteps and \(apply). \(who) weighs "
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
