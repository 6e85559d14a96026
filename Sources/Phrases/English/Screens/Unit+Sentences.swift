import Wording

/// What the unit screen says; numbers come as its table prints them.
extension UnitPhrases {
  package static func nothingRead(states: [Character]) -> String {
    "Nothing has been read: \(QuantityPhrases.zerosBeforeTheFirst(states)). → reads x[0]."
  }

  package static let startedElsewhere =
    "Nothing has been read. The states come from another observation."

  // MARK: - Gathering

  /// How many numbers a unit reads, in short.
  package static func reads(unit: Int, inputs: Int, units: Int, before timestep: Int) -> String {
    "Unit \(unit) reads \(counted(inputs, "number")) and \(units) of h[\(timestep - 1)]."
  }

  package static func readsFeatures(
    unit: Int, count: Int, read: Int, units: Int, timestep: Int
  ) -> String {
    let features = count == 1 ? "one feature" : "\(count) features"
    return reads(unit, "the \(features) of x[\(read)]", units, timestep)
  }

  /// A unit reads what another layer hands on, its h or y.
  package static func readsOutput(
    unit: Int, letter: Character, of layer: String, count: Int, read: Int, units: Int,
    timestep: Int
  ) -> String {
    reads(unit, "\(letter)[\(read)] of \(layer) (\(count))", units, timestep)
  }

  private static func reads(_ unit: Int, _ what: String, _ units: Int, _ timestep: Int) -> String {
    let h = "h[\(timestep - 1)]"
    let own = units == 1 ? "its own \(h)" : "all \(units) \(h) of its layer"
    return "Unit \(unit) reads \(what) and \(own)."
  }

  /// How many weights each number meets, one for each sum.
  package static func meets(inputs: Int, units: Int, sums: Int) -> String {
    let weights = "\(spelled(sums)) weight\(sums == 1 ? "" : "s")"
    return units == 1
      ? "Each of these \(inputs + 1) numbers meets \(weights) of this unit, one per sum."
      : "Each of the \(inputs + units) meets \(weights); all \(units) units "
        + "do so at once, side by side."
  }

  package static let sameWeights = "The weights are the same at every timestep."

  // MARK: - Sums

  package static func sumsUp(_ letter: Character, to total: String) -> String {
    "The sum of \(letter) is \(total); z shows the next one."
  }

  /// What a sum is, and what the input, the states before and the bias add to it.
  package static func sum(
    of letter: Character, total: String, input source: String, adds input: String, states: String,
    before timestep: Int, bias: String?
  ) -> String {
    "The sum of \(letter) is \(total): \(source) adds \(input), h[\(timestep - 1)] \(states)"
      + (bias.map { ", the bias \($0)." } ?? ".")
  }

  package static let notFinite = "Not every number here is finite, so there are no sums to show."

  package static let sumsPrecision =
    "Sums have full precision; the row of other units takes up the rounding. z: next sum."

  package static func everyRow(sums: Int) -> String {
    "Every row is a value times its weight; each of the \(spelled(sums)) sums has weights "
      + "of its own."
  }

  // MARK: - Gates

  /// What the usual curves make of the sums.
  package static func curves(gates: Int) -> String {
    "\(spelled(gates).capitalized) gates: σ gives a share, 0 to 1. The candidate is not one: "
      + "tanh, -1 to 1."
  }

  package static func held(_ gate: Character, at value: String, inPlaceOf curved: String) -> String
  {
    "\(gate) is held at \(value); its sum would give \(curved)."
  }

  /// What an LSTM's gates let through, in short.
  package static func forgets(_ f: String) -> String {
    "f \(f): 1 keeps the old c, 0 forgets it."
  }

  package static func forgetsAndWrites(f: String, i: String, g: String) -> String {
    "\(forgets(f)) i \(i) of g \(g) is to be written."
  }

  // MARK: - States

  /// How an LSTM's c is made, in short.
  package static func keepsAndAdds(f: String, i: String) -> String {
    "c keeps \(f) of the old c and adds \(i) of g."
  }

  /// How an LSTM's c is made of the one before, which is nil where it is erased.
  package static func keepsAndAdds(
    f: String, of before: String?, at timestep: Int, i: String, g: String
  ) -> String {
    let before = before.map { "c[\(timestep - 1)] = \($0)" } ?? "nothing: c is erased"
    return "c keeps \(f) of \(before), and adds \(i) of g = \(g)."
  }

  package static let noBound = "c has no bound: it can grow with every timestep."

  package static let productsPrecision =
    "Products have full precision; the larger one takes up the rounding, so that they add up."

  /// How an LSTM's h is made, in short.
  package static func shows(o: String, of cell: String) -> String { "h shows \(o) of \(cell)." }

  package static func showsMemory(o: String, of cell: String) -> String {
    "h shows \(o) of \(cell): c is the memory, h is what others see of it."
  }

  package static func readAgain(by layer: String, units: Int, timestep: Int) -> String {
    units == 1
      ? "The unit reads this h again at t \(timestep + 1)."
      : "Every unit of \(layer) reads this h at t \(timestep + 1)."
  }

  // MARK: - Output

  package static let outputsEvery =
    "return_sequences=True: the layer outputs h of every timestep."

  package static func outputsLast(_ last: Int) -> String {
    "return_sequences=False: the layer outputs only the last one, h[\(last)]."
  }

  package static func willOutputLast(_ last: Int) -> String {
    "return_sequences=False: no output yet; the layer will output only h[\(last)]."
  }

  package static func outputsLastStates(_ states: [Character]) -> String {
    "return_state=True: the layer outputs its last \(QuantityPhrases.letters(states)) too."
  }

  /// What else is an output, in short.
  package static func areOutputToo(_ states: [Character]) -> String {
    "The last \(QuantityPhrases.letters(states)) \(states.count == 1 ? "is" : "are") output too."
  }

  package static let noOtherOutput = "There is no other output."

  package static func stayInside(_ states: [Character]) -> String {
    "return_state=False: \(QuantityPhrases.letters(states)) stay\(states.count == 1 ? "s" : "") inside the layer."
  }

  // MARK: - Without numbers

  package static func cannotFollow(_ layer: String) -> String {
    "\(layer) has no numbers: it cannot follow the layer before it."
  }

  package static func noNumbers(_ layer: String, broken: String) -> String {
    "\(layer) has no numbers: \(broken) cannot follow the layer before it."
  }

  package static func kerasSays(_ error: String) -> String { "Keras says: \(error)" }

  package static func noGates(_ layer: String, kinds: String) -> String {
    "\(layer) has no gates; this screen is about \(kinds) layers."
  }
}
