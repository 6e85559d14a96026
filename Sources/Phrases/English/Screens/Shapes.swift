import Wording

/// What the shapes screen says.
package enum ShapesPhrases {
  package static func title(_ layer: String) -> String { "shapes · \(layer)" }

  /// Over the table, beside those over the code.
  package static let tab = "shapes"

  // MARK: - The table

  package static let layer = "layer"
  package static let type = "type"
  package static let output = "output shape"
  package static let derivation = "counted as"
  package static let before = "was"
  package static let total: Phrase = "total"

  /// Below the shapes: what their first axis is.
  package static let batchBriefly: Phrase = "None: batch"

  /// PyTorch counts as Keras does.
  package static let same: Phrase = "the same"

  /// A layer behind one that cannot be built.
  package static let notReached = "– nothing reaches it"

  package static func shown(_ some: Int, of all: Int) -> Phrase {
    "of \(all) rows, \(some) shown"
  }

  // MARK: - The chosen layer's weights

  package static func nothingToLearn(_ input: String) -> String {
    "\(input) has nothing to learn: 0 parameters."
  }

  package static func reads(_ layer: String, features: Int) -> String {
    "\(layer) reads \(counted(features, "feature")) at each timestep."
  }

  /// A reader that has no name.
  package static let network = "the network"

  /// At the left of the rows of a weight: what each of them reads, and how many they are.
  package static func read(_ rows: Int, by weight: String) -> String {
    switch weight {
    case "kernel": "reads \(rows)"
    case "recurrent_kernel": "own h \(rows)"
    default: "\(rows)"
    }
  }

  /// The name of a weight in a narrow column.
  package static func brief(_ weight: String) -> String {
    weight == "recurrent_kernel" ? "recurrent" : weight
  }

  /// Rows × columns, the columns as sums of units: `10 × 4·128`.
  package static func sides(_ rows: Int, sums: Int, units: Int) -> String {
    "\(rows) × \(columns(sums, units))"
  }

  private static func columns(_ sums: Int, _ units: Int) -> String {
    sums == 1 ? "\(units)" : "\(sums)·\(units)"
  }

  /// Over the columns of a sum, by the letter that it makes: how many they are.
  package static func block(_ letter: Character?, units: Int) -> [Phrase] {
    let count: Phrase = "\(units, of: "unit")"
    guard let letter else { return [count, "\(units)"] }
    return ["\(letter) · \(count)", "\(letter) · \(units)", "\(letter) \(units)"]
  }

  /// How many weights a full cell stands for, a half of one where a weight takes two cells.
  package static func scale(_ weights: Double) -> [String] {
    guard weights >= 1 else { return ["██ = 1 weight"] }
    return ["█ = \(counted(Int(weights), "weight"))", "█ = \(grouped(Int(weights)))"]
  }

  /// All weights of a layer as one rectangle, by the rows of each.
  package static func together(rows: [Int], sums: Int, units: Int, total: Int) -> Sentence {
    let all = rows.map(String.init).joined(separator: " + ")
    let product = "(\(all)) × \(columns(sums, units)) = \(grouped(total))"
    return Sentence("together \(product) parameters", "together \(product)", product)
  }

  package static func torch(_ count: Int, secondBias: Int) -> Sentence {
    Sentence(
      "PyTorch \(grouped(count)): a second bias of \(grouped(secondBias)), added to the first",
      "PyTorch \(grouped(count)): + a second bias of \(grouped(secondBias))",
      "PyTorch \(grouped(count))")
  }

  // MARK: - The sentences below

  package static let nothingChanged = Sentence(
    "Nothing is changed yet. Press t to add a timestep: which numbers change?",
    "Nothing is changed. Press t: which numbers change?")

  /// Numbers are changed, but none of the sizes.
  package static let noSizeChanged = Sentence(
    "No size is changed yet. Press t to add a timestep: which numbers change?",
    "No size is changed. Press t: which numbers change?")

  package static let sizesOnly =
    "Only sizes are counted here; no number of the network is computed."

  package static let sameWeights =
    "Every timestep uses the same weights, so no count depends on the timesteps."

  /// Behind that, what the mark means.
  package static let star = " * marks a change, ╎ and ╌ the size before."

  /// What the first axis of every shape is.
  package static let batch =
    "None is the batch: any number of observations at a time."
}

// MARK: - The code

extension ShapesPhrases {
  /// Over the code below the table.
  package static func same(in library: String) -> String { "The same in \(library)" }

  package static func copiesBroken(_ layer: String) -> Sentence {
    Sentence(
      "y copies it all, but \(layer) cannot be built; the comment says why.",
      "y copies it, but \(layer) cannot be built.")
  }

  package static func code(_ library: String, parameters: Int, lines: Int) -> Sentence {
    let count = grouped(parameters)
    return Sentence(
      "This network as \(library) code, \(count) parameters. \(copies(lines))",
      "\(library) code, \(count) parameters. \(copies(lines))")
  }

  /// A layer that PyTorch computes otherwise.
  package static func otherwise(_ layer: String, lines: Int) -> Sentence {
    Sentence(
      "PyTorch computes \(layer) otherwise, as its line says: the numbers differ. \(copies(lines))",
      "PyTorch computes \(layer) otherwise. \(copies(lines))")
  }

  private static func copies(_ lines: Int) -> String { "y copies all \(lines) lines." }
}
