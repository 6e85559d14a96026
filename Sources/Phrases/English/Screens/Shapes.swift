import Wording

/// What the shapes screen says.
package enum ShapesPhrases {
  package static func title(_ layer: String) -> String { "shapes · \(layer)" }

  /// Over the table, beside those over the code.
  package static let tab = "shapes"

  // MARK: - The table

  package static let layer = "layer"
  package static let type = "type"
  package static let leaves = "leaves"
  package static let derivation = "counted as"
  package static let before = "was"
  package static let total: Phrase = "total"

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

  package static func batch(in shape: String) -> String {
    "In \(shape) None is the batch: any number of observations."
  }

  package static func reads(_ layer: String, features: Int) -> String {
    "\(layer) reads \(counted(features, "feature")) at each timestep."
  }

  /// A reader that has no name.
  package static let network = "the network"

  package static func weights(of layer: String, units: Int, reading numbers: Int) -> String {
    "\(layer): its weights, \(counted(units, "unit")) reading \(counted(numbers, "number"))"
  }

  /// What the weights of a sum are for: those of an LSTM's input.
  package static func input(_ features: Int, units: Int) -> Sentence {
    Sentence(
      "x: \(counted(features, "number")) into 4·\(units) sums", "x into 4·\(units) sums")
  }

  package static func state(_ units: Int) -> Sentence {
    Sentence("h[t-1]: \(counted(units, "number")) into the same sums", "h into the same")
  }

  package static func dense(_ features: Int, units: Int) -> Sentence {
    let sums = counted(units, "sum")
    return Sentence("\(counted(features, "number")) into \(sums)", "into \(sums)")
  }

  package static let bias: Sentence = "one for each sum"

  /// Before the sum of them.
  package static let together = "together"

  package static func secondBias(_ count: Int) -> Sentence {
    Sentence(
      "a second bias of \(grouped(count)), added to the first", "two biases, + \(grouped(count))")
  }

  // MARK: - The sentences below

  package static let nothingChanged = Sentence(
    "Nothing is changed yet. Press t: one timestep more. Which numbers move?",
    "Nothing is changed. t: one timestep more. What moves?")

  /// Numbers are changed, but none of the sizes.
  package static let noSizeChanged = Sentence(
    "No size is changed yet. Press t: one timestep more. Which numbers move?",
    "No size is changed. t: one timestep more. What moves?")

  package static let sizesOnly =
    "Only sizes are counted here: no number of the network is computed."

  package static let sameWeights =
    "The same weights serve every timestep: no count has a timestep in it."

  /// Behind that, what the mark means.
  package static let star = " * is changed."
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

  package static func otherCurves(of layer: String, lines: Int) -> Sentence {
    Sentence(
      "PyTorch has no LSTM with the curves of \(layer): its numbers differ. \(copies(lines))",
      "PyTorch lacks the curves of \(layer). \(copies(lines))")
  }

  private static func copies(_ lines: Int) -> String { "y copies all \(lines) lines." }
}
