/// The extent of a screen or of a part of it, in cells.
package struct Size: Hashable, Sendable, CustomStringConvertible {
  package let width: Int
  package let height: Int

  /// A size; negative extents count as 0.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// "80×24".
  package var description: String { "\(width)×\(height)" }
}
