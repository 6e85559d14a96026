import Engine
import Wording

/// What the schedule screen says.
package enum SchedulePhrases {
  // MARK: - Title

  package static let title = "the order of computing"

  package static let noCells = "no cells"

  package static func cells(_ some: Int, of all: Int) -> String {
    "\(some) of \(counted(all, "cell"))"
  }

  // MARK: - The grid

  /// Over how many cells of a row are computed.
  package static let done = "done"

  package static func unseen(layers: Int) -> String {
    "… \(layers) more layer\(layers == 1 ? "" : "s"); make the window taller"
  }

  /// Layers behind one that cannot be computed.
  package static let notReached = "not reached"

  /// The layers after the cells, until the last of these is computed.
  package static let waits: [Phrase] = ["waits"]

  package static func waits(for layer: String, at timestep: Int) -> [Phrase] {
    [
      "waits for the last cell, \(layer) at t \(timestep)", "waits for \(layer), t \(timestep)",
    ]
  }

  /// What has come out: a number, which is the last where there are several.
  package static func output(
    _ shape: Shape, _ value: Float, isOneOfSeveral: Bool, after ran: [String]
  ) -> [Phrase] {
    let which = isOneOfSeveral ? "the last number " : ""
    return [
      "\(hasRun(ran))\(shape), \(which)\(number: value)", "\(number: value) at the end",
    ]
  }

  private static func hasRun(_ layers: [String]) -> String {
    switch layers.count {
    case 0: ""
    case 1: "\(layers[0]) has run: "
    default: "\(layers[0]) … \(layers[layers.count - 1]) have run: "
    }
  }

  /// Behind h: those that something still reads.
  package static let kept: [Phrase] = ["still needed", "kept"]

  // MARK: - What is computed now

  package static let nothingComputed: [Phrase] = ["computed  nothing: there is no cell"]

  package static func computed(_ cells: Int, of all: Int) -> [Phrase] {
    ["computed  \(some(cells, of: all))"]
  }

  package static func computed(
    wavefronts: Int, of allWavefronts: Int, cells: Int, of all: Int
  ) -> [Phrase] {
    ["computed  \(wavefronts) of \(allWavefronts) wavefronts, \(some(cells, of: all))"]
  }

  private static func some(_ cells: Int, of all: Int) -> Phrase { "\(cells) of \(all) cells" }

  /// Before a cell that is computed now, and before another one.
  package static let now = "now"
  package static let and = "and"

  package static let nothingNow = "now       nothing"

  package static let nothingYet = "now       nothing yet; → computes the first"

  /// A cell of the first layer: it reads a row of the input.
  package static func reads(
    _ layer: String, at timestep: Int, row: Int, _ read: Shape, states: [Character],
    startsFromZeros: Bool, units: Int
  ) -> [Phrase] {
    cell(
      layer, at: timestep, "x[\(row)]", brief: "x[\(row)]", read,
      own(states, before: timestep, startsFromZeros), states, units)
  }

  /// A cell of another layer: it reads h of the layer before, maybe through Dense layers.
  package static func reads(
    _ layer: String, at timestep: Int, row: Int, of before: String, throughDense: Bool,
    _ read: Shape, states: [Character], startsFromZeros: Bool, units: Int
  ) -> [Phrase] {
    cell(
      layer, at: timestep, "h[\(row)] of \(before)", brief: "h[\(row)]",
      through: throughDense ? " through the layers between" : "", read,
      own(states, before: timestep, startsFromZeros), states, units)
  }

  /// The states that a cell reads of its own layer.
  private static func own(
    _ states: [Character], before timestep: Int, _ startsFromZeros: Bool
  ) -> Phrase {
    let names = states.map { letter -> Phrase in "\(String(letter))[\(timestep - 1)]" }
    guard timestep == 0, startsFromZeros else { return Phrase.joined(names, separator: ", ") }
    return Phrase.joined(names, separator: " = ") + " = 0"
  }

  private static func cell(
    _ layer: String, at timestep: Int, _ source: Phrase, brief: Phrase, through: String = "",
    _ read: Shape, _ own: Phrase, _ states: [Character], _ units: Int
  ) -> [Phrase] {
    let place: Phrase = "\(layer) at t \(timestep)"
    let each = states.count == 1 ? "" : " each"
    return [
      "\(place): reads \(source)\(through) \(read) and its own \(own) (\(units)\(each))",
      "\(place): reads \(source) \(read) and its own \(own)",
      "\(place): \(source), own \(own)",
      "\(place): \(brief), own \(own)",
      "t \(timestep): \(brief), own \(own)",
    ]
  }

  // MARK: - What is held

  package static let nothingHeld: [Phrase] = ["held      nothing: there is no cell"]

  /// How many numbers are held, by which layers, and at most.
  package static func held(
    _ count: Int, by layers: [Phrase], mostSoFar: Int, peak: Int
  ) -> [Phrase] {
    let now: Phrase = "\(count, of: "number")"
    let most: Phrase = "most so far \(grouped: mostSoFar)"
    let detail: Phrase = layers.isEmpty ? "" : ": \(Phrase.joined(layers, separator: ", "))"
    return [
      "held      \(now)\(detail); \(most), in this order \(grouped: peak)",
      "held      \(now)\(detail); \(most) of \(grouped: peak)",
      "held      \(now); \(most) of \(grouped: peak)",
    ]
  }

  /// Before the chart of what is held after each cell: its columns are no timesteps. Where the numbers of
  /// the cells stand above it they say so.
  package static func held(hasCells: Bool) -> [Phrase] {
    hasCells ? ["held, by cell", "held"] : ["held, by cell", "by cell", "held"]
  }

  /// Before the numbers over that chart.
  package static let cellsComputed = ["cells computed", "cells", ""]

  /// What a full bar of what is held stands for.
  package static func range(to most: Int) -> [Phrase] { ["0–\(grouped: most)", ""] }

  package static func count(_ held: Int) -> Phrase { "\(grouped: held)" }
}

// MARK: - The three orders

extension SchedulePhrases {
  /// All of them, beside their names.
  package static let allOrders = "all three"

  /// Before and behind the colours of the cells, from the one computed first.
  package static let first = "first"
  package static let last = "last"

  /// The steps of an order, several cells in one where they can be computed side by side; three forms.
  package static func steps(_ steps: Int, ofUpTo cells: Int, isKeras: Bool) -> [Phrase] {
    let count: Phrase = "\(steps, of: "step")"
    let each: Phrase = "\(count) of \(cells > 1 ? "up to " : "")\(cells, of: "cell")"
    return ["\(each)\(isKeras ? " (Keras)" : "")", each, count]
  }

  /// The most numbers that are held at a time; two forms.
  package static func most(_ peak: Int) -> [Phrase] {
    ["at most \(peak, of: "number") held", "\(grouped: peak) held"]
  }

  package static func impossible(at layer: String) -> [Phrase] {
    ["impossible: \(layer) needs all it reads first", "impossible at \(layer)", "impossible"]
  }

  package static let nothingToSchedule: [Phrase] = ["nothing to schedule"]

  /// What an order costs where a step is one cell.
  package static func cost(steps: Int, peak: Int, isKeras: Bool) -> [Phrase] {
    cost("\(steps, of: "step") of 1 cell", peak, isKeras ? " (Keras)" : "")
  }

  /// What it costs where a step is a wavefront.
  package static func cost(wavefronts: Int, ofUpTo cells: Int, peak: Int) -> [Phrase] {
    cost("\(wavefronts, of: "step") of up to \(cells, of: "cell")", peak)
  }

  private static func cost(_ steps: Phrase, _ peak: Int, _ who: String = "") -> [Phrase] {
    [
      "\(steps), at most \(peak, of: "number") held\(who)", "\(steps), \(grouped: peak) held",
    ]
  }

  // MARK: - Whether they agree

  package static let agreementLater: [Phrase] = [
    "largest difference of the three orders: known when all cells are computed",
    "largest difference of the orders: at the end",
    "largest difference: at the end",
  ]

  package static let noAgreement: [Phrase] = ["no cells, so no orders to compare"]

  package static func agree(
    _ largest: Phrase, layers: [String], andOutput: Bool
  ) -> [Phrase] {
    let names: Phrase =
      layers.count > 2
      ? "\(layers.count) layers" : Phrase(plain: layers.joined(separator: " and "))
    let what: Phrase = "h of \(names)\(andOutput ? " and the output" : "")"
    return [
      "largest difference \(largest), to the last bit: \(what), in 3 orders",
      "largest difference \(largest): \(what), 3 orders",
      "largest difference of the three: \(largest), to the last bit",
      "largest difference \(largest), to the last bit",
      "largest difference \(largest) of 3 orders",
    ]
  }

  package static func differ(
    _ largest: Phrase, _ order: String, _ layer: String, at timestep: Int, unit: Int
  ) -> [Phrase] {
    let difference: Phrase = "largest difference \(largest)"
    return [
      "\(difference), \(order): \(layer) at t \(timestep), unit \(unit)",
      "\(difference): \(layer) t \(timestep) unit \(unit)",
    ]
  }
}
