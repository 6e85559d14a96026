/// "a, b and c", at most a dozen of them.
package func listed(_ words: [String], _ conjunction: String) -> String {
  if words.isEmpty { return "none" }
  if words.count > 12 {
    return words.prefix(12).joined(separator: ", ") + " \(conjunction) \(words.count - 12) more"
  }
  if words.count == 1 { return words[0] }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + words[words.count - 1]
}

/// What to try in the place of an unknown word: the nearest, or all there are after `lead`.
package func suggestion(_ nearest: String?, _ known: [String], _ lead: String) -> String {
  if let nearest { return "did you mean '\(nearest)'?" }
  return "\(lead) \(listed(known, "and"))"
}

/// Things that are all meant: `h and c`.
package func conjoined(_ things: [String]) -> String { things.joined(separator: " and ") }
