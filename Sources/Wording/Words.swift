/// "a, b and c", at most a dozen of them.
package func listed(_ words: [String], _ conjunction: String) -> String {
  if words.isEmpty { return "none" }
  if words.count > 12 {
    return words.prefix(12).joined(separator: ", ") + " \(conjunction) \(words.count - 12) more"
  }
  if words.count == 1 { return words[0] }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + words[words.count - 1]
}

/// How many there are of a thing: 1 cell, 6,400 numbers.
package func counted(_ number: Int, _ thing: String) -> String {
  "\(grouped(number)) \(thing)\(number == 1 ? "" : "s")"
}

/// Text from a file, short enough for a sentence.
package func excerpt(_ text: String) -> String {
  text.count > 40 ? text.prefix(40) + "…" : text
}

/// What to try in the place of an unknown word: the nearest, or all there are after `lead`.
package func suggestion(_ nearest: String?, _ known: [String], _ lead: String) -> String {
  if let nearest { return "did you mean '\(nearest)'?" }
  return "\(lead) \(listed(known, "and"))"
}
