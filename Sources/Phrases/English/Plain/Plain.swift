import Wording

/// What the screens show, in words: `--plain`, and what is read aloud. Screens that say much have files
/// of their own beside this one.
package enum PlainPhrases {
  /// A text as a sentence of its own.
  package static func sentence(_ text: String) -> String {
    guard let first = text.first else { return "" }
    // The letter h is a quantity and stays small.
    let isLetter = text.dropFirst().first == " "
    return (isLetter ? String(first) : first.uppercased()) + text.dropFirst() + "."
  }

  // MARK: - Where one is

  package static func opening(screen: String, place: String) -> String {
    "Unroll, \(screen) screen, \(place)."
  }

  package static func beforeTheFirst(_ place: String, last: Int) -> String {
    "\(place), before t 0 of 0 to \(last)"
  }

  /// A timestep, with its date where it has one.
  package static func at(_ timestep: Int, in place: String, last: Int, date: String?) -> String {
    "\(place), t \(timestep) of 0 to \(last)" + (date.map { ", \($0)" } ?? "")
  }

  package static func whatIf(_ command: String) -> String { "What if: \(command)" }

  package static func question(_ question: String) -> String { "Question: \(question)" }

  package static func laidOver(_ observation: Int) -> String {
    "Observation \(observation) is laid over it."
  }

  // MARK: - Input

  package static func nothingRead(_ input: String) -> String {
    "\(input): nothing has been read."
  }

  /// What is read at a timestep: as it was measured where that is known, and as a vector.
  package static func input(
    _ name: String, at timestep: Int, readings: String, vector: String
  ) -> String {
    "\(name) at t \(timestep): \(readings.isEmpty ? "" : readings + "; ")\(vector)"
  }

  /// What a symbol is, and what it does in its sequence.
  package static func symbol(_ symbol: String, event: String?) -> String {
    "symbol \(symbol)" + (event.map { ", \($0)" } ?? "")
  }

  // MARK: - Layers

  /// A unit of a layer at a timestep, or before the first.
  package static func unit(_ unit: Int, of units: Int, in layer: String, at timestep: Int?)
    -> String
  {
    let place = timestep.map { "at t \($0)" } ?? "before t 0"
    return "\(layer) unit \(unit) of \(units) \(place)"
  }

  package static func quantity(_ words: String, of layer: String, units: Int, at timestep: Int?)
    -> String
  {
    "\(layer) \(words) \(SharedPhrases.at(timestep)), \(counted(units, "unit")):"
  }

  /// What a layer reads, from the layer before it where there is one.
  package static func outputs(of layer: String, at timestep: Int) -> String {
    "What \(layer) hands on at t \(timestep):"
  }

  package static func reads(at timestep: Int, from layer: String?) -> String {
    "What it reads at t \(timestep)\(layer.map { ", from \($0)" } ?? ""):"
  }

  package static func units(_ range: ClosedRange<Int>) -> String { places(range, "unit") }

  package static func features(_ range: ClosedRange<Int>) -> String { places(range, "feature") }

  private static func places(_ range: ClosedRange<Int>, _ thing: String) -> String {
    range.count > 1
      ? "\(thing)s \(range.lowerBound) to \(range.upperBound)" : "\(thing) \(range.lowerBound)"
  }

  package static func outputsEvery(
    _ layer: String, shape: String, read: Int, of count: Int
  ) -> String {
    "\(outputs(layer, "True", shape)): h of \(read) of \(count) timesteps so far"
  }

  package static func outputsLast(_ layer: String, shape: String, last: Int) -> String {
    "\(outputs(layer, "False", shape)): h[\(last)]"
  }

  package static func noOutputYet(_ layer: String, shape: String, last: Int) -> String {
    "\(outputs(layer, "False", shape)): none yet, only h[\(last)] will be one"
  }

  private static func outputs(_ layer: String, _ flag: String, _ shape: String) -> String {
    "\(layer) return_sequences=\(flag), output shape \(shape)"
  }

  // MARK: - Head

  package static func waits(_ layer: String) -> String { "\(layer): waits" }

  package static func hasNoAnswer(_ layer: String) -> String { "\(layer): waits, no answer yet" }

  /// What it would answer if the observation ended here, or where something has read it from its end, if
  /// it were read here.
  package static func answerSoFar(_ answer: String, of layer: String, isIfRead: Bool) -> String {
    "\(layer): \(isIfRead ? "the answer if read here" : "answer so far"), \(answer)"
  }

  /// The first numbers of a layer, and how many there are where those are not all.
  package static func numbers(_ shown: String, of layer: String, count: Int?) -> String {
    "\(layer): \(shown)" + (count.map { ", … \($0) numbers" } ?? "")
  }

  /// A layer that cannot be built, with Keras's words where they are known.
  package static func cannotBeBuilt(_ layer: String, keras words: String?) -> String {
    "\(layer) cannot be built." + (words.map { " Keras says: \($0)" } ?? "")
  }

  package static let noOutput = "No output: the network cannot be built."
}
