/// "a, b and c", at most a dozen of them.
package func listed(_ words: [String], _ conjunction: String) -> String {
  if words.isEmpty { return "none" }
  if words.count > 12 {
    return words.prefix(12).joined(separator: ", ") + " \(conjunction) \(words.count - 12) more"
  }
  if words.count == 1 { return words[0] }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + words[words.count - 1]
}

/// "1 cell", "3 cells".
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// "1 byte", "512 bytes", "64 MiB".
func bytes(_ count: Int) -> String {
  count >= 1 << 20 && count.isMultiple(of: 1 << 20)
    ? "\(count >> 20) MiB" : counted(count, "byte")
}

/// Text from a file, short enough for a sentence.
package func excerpt(_ text: String) -> String {
  text.count > 40 ? text.prefix(40) + "…" : text
}
