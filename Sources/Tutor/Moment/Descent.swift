import Vocabulary

/// Where ⏎ on a term of a Dense layer led from: esc goes back there.
package struct Descent: Hashable, Sendable {
  /// The screens that were open, the layer that was chosen and the term.
  let screens: [Command.ScreenName]
  let layer: Position.Selection
  let term: Int?
  /// How many screens are open where it led to.
  let depth: Int

  /// From a position to one with so many screens.
  init(_ position: Position, depth: Int) {
    screens = position.screens
    layer = position.layer
    term = position.term
    self.depth = depth
  }
}

extension Position {
  /// Goes back to where the last ⏎ on a term led from; false where none led here.
  mutating func ascend() -> Bool {
    guard let last = descents.last, last.depth == screens.count else { return false }
    descents.removeLast()
    screens = last.screens
    layer = last.layer
    term = last.term
    return true
  }

  /// Forgets the ways that led to screens which have been closed.
  mutating func forgetDescents() { descents.removeAll { $0.depth > screens.count } }
}
