/// A shape as one types it.
package enum WrittenShape {
  /// `(64)`, `(50, 128)`, also `(64,)` and with the batch before it, `(None, 64)`; nil for no shape.
  package static func read(_ text: String) -> [Int]? {
    let compact = text.filter { !$0.isWhitespace }
    guard compact.hasPrefix("("), compact.hasSuffix(")") else { return nil }
    var parts = compact.dropFirst().dropLast().split(separator: ",").map(String.init)
    if parts.count > 1, ["none", "batch"].contains(parts[0].lowercased()) { parts.removeFirst() }
    let sizes = parts.compactMap { WholeNumber.read($0) }
    guard sizes.count == parts.count, !sizes.isEmpty, sizes.allSatisfy({ $0 >= 0 }) else {
      return nil
    }
    return sizes
  }

  /// The same, also without its brackets: `50, 128`, `None, 64`, `64`.
  package static func given(_ text: String) -> [Int]? {
    read(text.contains { "()".contains($0) } ? text : "(\(text))")
  }
}
