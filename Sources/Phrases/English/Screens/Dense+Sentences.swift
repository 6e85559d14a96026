import Wording

/// What is said below the Dense screen.
extension DensePhrases {
  package static func nothingRead(_ layer: String) -> Sentence {
    Sentence("Nothing has been read, so \(layer) has nothing to add up.", "Nothing has been read.")
  }

  /// Numbers that a layer has not read yet.
  package static func awaited(
    _ recurrent: String, last: Int, timestep: Int, by layer: String
  ) -> Sentence {
    Sentence(
      "\(recurrent) outputs h[\(last)] alone. This is what \(layer) would make of h[\(timestep)], "
        + "if the sequence ended here.",
      "What \(layer) would make of h[\(timestep)], if the sequence ended here.",
      "If the sequence ended at t \(timestep).")
  }

  /// How many terms make a sum, and what the curve makes of it; `unit` is nil where there is one alone.
  package static func sum(
    unit: Int?, of layer: String, terms: Int, hasBias: Bool, total: String, curve: String,
    output: String
  ) -> Sentence {
    let whose = unit.map { "Unit \($0) of \(layer)" } ?? "The unit of \(layer)"
    let addends = counted(terms, "product") + (hasBias ? " and its bias" : "")
    let result = curve == "z" ? "z = y = \(total)" : "z = \(total), and y = \(curve) = \(output)"
    return Sentence("\(whose) adds up \(addends): \(result).", "\(result).")
  }

  /// What one term adds.
  package static func adds(
    _ term: String, value: String, weight: String, product: String, isLargest: Bool
  ) -> Sentence {
    let most = isLargest ? "is the largest term" : "changes the sum by \(product)"
    return Sentence(
      "\(term) \(most): \(value) × \(weight) = \(product). ⏎ shows where it comes from.",
      "\(term): \(value) × \(weight) = \(product).")
  }

  /// Units of the layer before that are 0.
  package static func zeros(
    _ count: Int, of all: Int, in layer: String, byRelu: Bool
  ) -> Sentence {
    let reason = byRelu ? ", as relu makes negative sums," : ""
    let verb = count == 1 ? "is" : "are"
    let adds = count == 1 ? "adds" : "add"
    return Sentence(
      "\(count) of the \(counted(all, "unit")) of \(layer) \(verb) 0\(reason) and \(adds) nothing.",
      "\(count) of \(all) \(verb) 0 and \(adds) nothing.")
  }

  /// Softmax, over so many units.
  package static func shares(_ units: Int) -> Sentence {
    Sentence(
      "softmax turns the \(counted(units, "sum")) into shares that make 1. "
        + "The curve holds the other sums as they are.",
      "The outputs of the \(counted(units, "unit")) make 1.")
  }
}
