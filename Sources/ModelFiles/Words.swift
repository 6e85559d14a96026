/// Without what could move the cursor, hide text or turn its direction: such characters become `?`.
func cleaned(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      scalars.append("?")
    default:
      scalars.append(scalar)
    }
  }
  return String(scalars)
}

/// "a, b and c", at most a dozen of them.
func listed(_ words: [String], _ conjunction: String) -> String {
  if words.isEmpty { return "none" }
  if words.count > 12 {
    return words.prefix(12).joined(separator: ", ") + " \(conjunction) \(words.count - 12) more"
  }
  if words.count == 1 { return words[0] }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + words[words.count - 1]
}

/// "1 cell", "3 cells".
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// "1 byte", "512 bytes", "64 MiB".
func bytes(_ count: Int) -> String {
  count >= 1 << 20 && count.isMultiple(of: 1 << 20)
    ? "\(count >> 20) MiB" : counted(count, "byte")
}

/// Text from a file, short enough for a sentence.
func excerpt(_ text: String) -> String {
  text.count > 40 ? text.prefix(40) + "…" : text
}

/// The known word that takes the fewest changes of a letter, where a third of it or less is wrong.
func nearest(to word: String, among known: [String]) -> String? {
  let letters = Array(word.lowercased().unicodeScalars.prefix(64))
  var best: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(letters, Array(candidate.lowercased().unicodeScalars))
    if distance <= max(1, candidate.count / 3), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.word
}

/// Levenshtein's distance, a swap of two neighbours counting as one change.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast = [Int]()
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row] + Array(repeating: 0, count: right.count)
    for column in 1...right.count {
      let change = left[row - 1] == right[column - 1] ? 0 : 1
      current[column] = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        current[column] = min(current[column], beforeLast[column - 2] + 1)
      }
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
