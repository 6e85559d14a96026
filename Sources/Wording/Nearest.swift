/// The candidate that takes the fewest changed letters to reach from `word`, if it is close enough
/// that a slip of the fingers explains it: at most a third of the longer word, and at least one.
/// Upper and lower case count as the same. Between words of one letter there is no slip: any other
/// letter would be as near.
package func nearest(to word: String, in candidates: [String]) -> String? {
  var best: (distance: Int, candidate: String)?
  // Of a longer word the beginning decides.
  let (word, count) = (word.prefix(64), word.count)
  for candidate in candidates {
    let distance = editDistance(word, candidate)
    let limit = max(1, max(count, candidate.count) / 3)
    let isSlip = distance == 0 || min(count, candidate.count) > 1
    if isSlip, distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other:
/// the optimal string alignment distance.
private func editDistance(_ first: some StringProtocol, _ second: some StringProtocol) -> Int {
  let from = Array(first.prefix(64).lowercased())
  let to = Array(second.prefix(64).lowercased())
  var beforeLast = [Int]()
  var last = Array(0...to.count)
  for row in 0..<from.count {
    var current = [row + 1]
    for column in 0..<to.count {
      let substituted = last[column] + (from[row] == to[column] ? 0 : 1)
      var cost = min(substituted, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
        cost = min(cost, beforeLast[column - 1] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[to.count]
}
