/// What the contrast screen says of its two runs.
package enum ContrastPhrases {
  package static func title(_ layer: String) -> String {
    "\(layer) · what return_sequences changes"
  }

  /// In the place of the two runs; `kinds` are the layers that there could be.
  package static func nothing(kinds: String) -> String {
    "There is no \(kinds) layer to contrast."
  }

  // MARK: - The rows of a run

  /// Behind the setting that the network has.
  package static let inUse = "in use"

  /// What the output is with False, and with True.
  package static func lastAlone(_ last: Int) -> [Phrase] {
    ["one vector: h of the last timestep", "h[\(last)] alone"]
  }

  package static func everyTimestep(to last: Int) -> [Phrase] {
    [
      "\(last + 1, of: "vector"): h of every timestep",
      last == 0 ? "h[0]" : "h[0] to h[\(last)]",
    ]
  }

  /// Before the lane of what the layer outputs.
  package static let outputs = "outputs"

  /// How many of the hidden states are outputs by now.
  package static func given(_ some: Int, of all: Int) -> [Phrase] {
    [SharedPhrases.part(some, of: all), "\(some)/\(all)"]
  }

  package static let nothingYet: [Phrase] = ["nothing yet", "none"]

  /// Before the row of how far the two runs lie apart at each timestep; one character where there is no
  /// room.
  package static let difference = "difference"
  package static let differenceSign = "Δ"

  /// Behind the letter of a state that is handed out too.
  package static let atTheEnd: [Phrase] = ["at the end"]

  /// Several of them in one row.
  package static func atEnd(_ letters: String) -> String { "\(letters), at end" }

  // MARK: - What follows for the layers behind

  /// Before what follows where no layer is behind.
  package static let noLayer = "no layer"

  package static func isOutput(_ layer: String) -> String {
    "follows: the output of \(layer) is the answer"
  }

  package static func accepts(_ shape: String) -> String { "accepts \(shape)" }

  package static func accepts(_ shape: String, gives other: String) -> String {
    "\(accepts(shape)), gives \(other)"
  }

  /// What layers do that have no timesteps of their own, briefly and in full.
  package static func appliesAtEach(layers: Int) -> (brief: String, full: String) {
    let brief = "\(applies(layers)) at each timestep"
    return (brief, "\(brief), with the same weights")
  }

  package static func appliesOnce(to shape: String, layers: Int) -> (brief: String, full: String) {
    let brief = "\(applies(layers)) once"
    return (brief, "\(brief), to \(shape)")
  }

  /// Layers that need more than one row at a time.
  package static func makes(
    _ shape: String, gives result: String, layers: Int
  ) -> (brief: String, full: String) {
    let brief = "\(layers == 1 ? "reads" : "read") all of it"
    return (brief, "\(brief), \(shape), and \(layers == 1 ? "makes" : "make") \(result) of it")
  }

  private static func applies(_ layers: Int) -> String {
    layers == 1 ? "is applied" : "are applied"
  }

  // MARK: - Whether the hidden states agree

  /// A sentence about h with the figure that it is about.
  package struct Difference {
    /// What stands before the figure, behind the letter h.
    package var before: Phrase
    /// `largest difference 0`.
    package var figure: Phrase
    package var behind: Phrase = ""

    package var text: String { "h" + before.text + figure.text + behind.text }
    package var count: Int { text.count }
  }

  package static func agree(_ largest: Phrase, timesteps: Int, units: Int) -> [Difference] {
    let figure = largestDifference(largest)
    let over: Phrase = " over \(timesteps, of: "timestep") × \(units, of: "unit")"
    return [
      Difference(before: " computed either way, in two runs: ", figure: figure, behind: over),
      Difference(before: " computed either way: ", figure: figure, behind: over),
      Difference(before: " computed either way: ", figure: figure),
    ]
  }

  package static func differ(
    _ largest: Phrase, at timestep: Int, unit: Int, from first: Int
  ) -> [Difference] {
    let figure = largestDifference(largest)
    let there: Phrase = " at t \(timestep), unit \(unit)"
    return [
      Difference(
        before: " of the two runs: ", figure: figure,
        behind: "\(there); they differ from t \(first) on"),
      Difference(before: ": ", figure: figure, behind: "\(there), from t \(first) on"),
      Difference(before: ": ", figure: figure, behind: there),
    ]
  }

  private static func largestDifference(_ largest: Phrase) -> Phrase {
    "largest difference \(largest)"
  }

  /// What the weights number with each setting.
  package static func parameters(of layer: String, off: Int, on: Int) -> [Phrase] {
    let numbers: Phrase = "\(grouped: off) with False, \(grouped: on) with True"
    let add = off == on ? ": the flag adds none" : ""
    return [
      "parameters of \(layer): \(numbers)\(add)", "parameters: \(numbers)",
      "parameters: \(grouped: off), \(grouped: on)",
    ]
  }
}

// MARK: - The sentences below

extension ContrastPhrases {
  package static let nothingRead = Sentence(
    "Nothing has been read yet; → steps through both runs together.",
    "Nothing has been read yet.")

  package static func read(_ read: Int, of count: Int, _ layer: String) -> Sentence {
    let vectors = read == 1 ? "1 vector" : "\(read) vectors"
    return Sentence(
      "\(read) of \(count) read: with False \(layer) has output nothing yet, with True \(vectors).",
      "\(read) of \(count) read: False has output nothing yet, True \(vectors).",
      "\(read) of \(count) read: False no output yet, True \(vectors).")
  }

  package static let oneRead = "The one timestep is read: h[0] is the output either way."

  package static func allRead(last: Int) -> Sentence {
    Sentence(
      "All \(last + 1) read: with False the output is h[\(last)], with True h[0] to h[\(last)].",
      "All read: False outputs h[\(last)], True h[0] to h[\(last)].")
  }

  /// What the two outputs have to do with each other; True has so many.
  package static func outputs(differ difference: String, of count: Int) -> String {
    let last = count == 1 ? "True's output" : "The last of True's \(count) outputs"
    return "\(last) and that of False: difference \(difference)."
  }

  /// What return_state does, and would do.
  package static func returnsState(_ letters: String, units: Int) -> String {
    "return_state=True also outputs the last \(letters), (\(units)) each, whatever the flag; "
      + "the layers after it read only the output."
  }

  package static func wouldReturnState(of layer: String, _ letters: String, inside: String)
    -> String
  {
    let stays = inside.isEmpty ? "." : "; \(inside) stays inside."
    return "The layers after \(layer) read only h\(stays) return_state=True would also output "
      + "the last \(letters), for a decoder: type :toggle return_state."
  }

  // MARK: - When one wants which

  package static func needsTimesteps(_ reader: String) -> String {
    "\(reader) needs a timestep axis: only True gives it one."
  }

  /// A reader that takes sequences as well, but not of this shape.
  package static func fitsTrueOnly(_ reader: String) -> String {
    "\(reader) fits only what True hands on."
  }

  /// A reader that has no name here.
  package static let nextLayer = "the next layer"

  package static let rule = "One answer at the end: False. An answer at every timestep: True."

  package static func rule(off: String, on: String) -> String {
    "One answer at the end, \(off): False. An answer at every timestep, \(on): True."
  }

  /// What r does, and what the signs mean that are there.
  package static func keys(other setting: String, isAtEnd: Bool) -> String {
    "r sets the flag to \(setting). "
      + (isAtEnd
        ? "■ is an output, ─ is none."
        : "Dots have not been read; ■ is an output, □ will be one, ─ is none.")
  }
}
