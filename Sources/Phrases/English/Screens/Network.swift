import Engine

/// The labels and rows of the network screen.
package enum NetworkPhrases {
  // MARK: - Pipeline and ruler

  /// What enters the network, as a stage of it.
  package static let input = "input"

  /// The network's last stage where it has no name of its own.
  package static let output = "output"

  package static func unitRuler(of layer: String) -> String { "unit of \(layer)" }

  /// The same in a column's width.
  package static let unitRulerNarrow = "u"

  /// Above a column of numbers: those of this timestep.
  package static let now = "now"

  package static func unitsSideBySide(at timestep: Int) -> [Phrase] {
    ["units side by side at t \(timestep)", "units at t \(timestep)", "units"]
  }

  package static func moreLayers(_ count: Int, of kinds: String) -> String {
    let what = count == 1 ? "1 more \(kinds) layer" : "\(count) more \(kinds) layers"
    return "… \(what); choose it with ↑ ↓, or make the window taller"
  }

  /// Before what a layer reads that begins only when another one has ended.
  package static func after(_ layer: String) -> Phrase {
    Phrase(plain: "once \(layer) has ended, ")
  }

  // MARK: - Input

  package static let features = "features"

  /// The row of what would be true at each timestep.
  package static let truth = "  truth"

  package static func truth(_ isTrue: Bool) -> String { isTrue ? "yes" : "no" }

  /// What the network would answer at each timestep.
  package static let answerSoFar = "answer so far"
  /// The same where a layer before has read the observation from its end.
  package static let answerIfRead = "if read at t"
  /// The row of what the network would answer, with which of its outputs it is where it has several.
  package static func answer(_ label: String, of name: String?) -> [String] {
    guard let name else { return [label] }
    return label == answerSoFar
      ? ["answer \(name) so far", "\(name) so far", label] : ["\(label) \(name)", label]
  }

  /// The label of another observation's row.
  package static func inObservation(_ index: Int) -> Phrase { "obs \(index)" }

  /// What a row of features is, with the symbol that they are where they are one.
  package static func features(_ count: Int, at timestep: Int, symbol: String?) -> Phrase {
    let symbol: Phrase = symbol.map { ", symbol \(Phrase(reading: $0))" } ?? ""
    return "\(count) features at t \(timestep)\(symbol)"
  }

  /// Behind the last feature that has a row: how many have none.
  package static func moreFeatures(_ count: Int) -> [Phrase] {
    let more: Phrase = count == 1 ? "   … 1 more feature" : "   … \(count) more features"
    return [more, "   … \(count) more"]
  }

  /// The same behind its name.
  package static func more(than feature: String, _ count: Int) -> [String] {
    ["\(feature) … \(count) more", "\(feature) …\(count)"]
  }

  /// Behind a vector that is one symbol.
  package static func oneHot(_ symbol: String) -> Phrase {
    "symbol \(Phrase(reading: symbol)), one-hot"
  }

  /// Behind a vector that is a symbol by several of its features.
  package static func features(_ names: [String], as symbol: String) -> Phrase {
    "symbol \(Phrase(reading: symbol)): \(Phrase(reading: conjoined(names)))"
  }

  // MARK: - Two observations

  package static func readTheSame(_ one: String, _ other: String) -> String {
    "\(conjoined([one, other])) read the same input."
  }

  package static func part(_ one: String, _ other: String, at timestep: Int) -> String {
    "\(conjoined([one, other])) differ from t \(timestep) on."
  }

  /// From when on they read different things, and from when on a state differs as much as one sees;
  /// nil where it never does.
  package static func part(
    _ one: String, _ other: String, at timestep: Int, state: Character, unit: Int, seen: Int?
  ) -> String {
    let place =
      seen.map { "\(state) of unit \(unit) differs by a tenth of its scale from t \($0) on" }
      ?? "\(state) of unit \(unit) never differs by a tenth of its scale"
    return "\(conjoined([one, other])) read different inputs from t \(timestep) on; \(place)."
  }

  // MARK: - Where the network cannot be built

  /// Why a layer that reads a sequence cannot follow one that outputs its last h alone.
  package static func needsSequence(
    _ layer: String, after before: String, last: Int, found: Shape, isKeras: Bool
  ) -> String {
    guard isKeras else {
      return "\(layer) reads a sequence, (batch, timesteps, features). With return_sequences=False "
        + "\(before) outputs h[\(last)] alone, \(found.features.map { "(batch, \($0))" } ?? ""): there "
        + "is no timestep axis."
    }
    return "\(layer) reads a sequence, ndim 3: (batch, timesteps, features). With "
      + "return_sequences=False \(before) outputs h[\(last)] alone, ndim 2: in \(found), None is the "
      + "batch, of any size, and there is no timestep axis."
  }

  /// The way back where the layer is chosen.
  package static func pressR(_ layer: String) -> String {
    "Press r: \(layer) returns sequences again."
  }

  package static func chooseAndPressR(_ layer: String) -> String {
    "To go back, choose \(layer) with ↑ ↓ and press r."
  }

  package static let noOutput = "no output: the network cannot be built"

  // MARK: - Layers

  package static func unit(_ unit: Int) -> Phrase { "unit \(unit)" }

  /// What a layer reads, now or next: x, or the output of the layer before it, and its own h.
  package static func reads(
    _ letter: Character, at timestep: Int, of layer: String?, width: Int, own h: Phrase,
    units: Int, isNext: Bool
  ) -> [Phrase] {
    let verb = isNext ? "will read" : "reads"
    let number: Phrase = "\(letter)[\(timestep)]"
    let source: Phrase = layer.map { "\(number) of \($0)" } ?? number
    let brief: Phrase = layer.map { "\($0)'s \(number)" } ?? number
    return [
      "\(verb) \(source) \(Shape([nil, width])) and its own \(h) \(Shape([nil, units]))",
      "\(verb) \(brief) and its own \(h)",
      "\(verb) \(brief), own \(h)",
      "\(verb) \(brief)",
    ]
  }

  /// The label of the row of what a layer outputs.
  package static let outputRow = "outputs"

  package static let nothingYet: Phrase = "nothing yet"

  package static func isOutput(timestep: Int, units: Int) -> [Phrase] {
    ["h[\(timestep)] is output, all \(units) units", "h[\(timestep)]"]
  }

  package static func staysInside(timestep: Int, last: Int) -> [Phrase] {
    ["h[\(timestep)] stays inside; only h[\(last)] is output", "only h[\(last)]"]
  }

  /// How many of all timesteps.
  package static func some(_ count: Int, of all: Int) -> Phrase { "\(count) of \(all)" }

  package static let noneYet: Phrase = "none yet"
  package static let noneYetNarrow: Phrase = "none"

  package static func units(_ units: Range<Int>, of count: Int) -> Phrase {
    "units \(units.lowerBound)–\(units.upperBound - 1) of \(count)"
  }

  // MARK: - Head

  package static let waits = "waits"

  /// Before and behind the bars of a Dense layer's units: the first one's number, and the last one's or
  /// how many of them there was room for.
  package static let firstUnit: Phrase = "unit 0 "

  package static func lastUnit(shown: Int, of units: Int) -> Phrase {
    shown < units ? "\(shown) of \(units)" : "\(units - 1)"
  }

  /// Behind that: the timestep, the largest number, and that the layer has not run yet.
  package static func outputs(at timestep: Int, isEarly: Bool, largest: Float) -> [Phrase] {
    let place: Phrase = isEarly ? ", if read at t \(timestep)" : " at t \(timestep)"
    return [place + ", up to \(number: largest)", place]
  }

  package static func unit(_ unit: Int, of units: Int) -> Phrase { "unit \(unit) of \(units)" }

  package static let nothingRead: Phrase = "nothing has been read yet"

  package static func waits(for timestep: Int) -> Phrase { "waits for h[\(timestep)]" }

  /// The layers of the head, and what they wait for.
  package static func wait(_ layers: [String], for timestep: Int, of layer: String) -> Phrase {
    let who =
      layers.count > 2
      ? "\(layers[0]) … \(layers[layers.count - 1])" : layers.joined(separator: ", ")
    return "\(who) wait\(layers.count == 1 ? "s" : "") for h[\(timestep)] of \(layer)"
  }
}
