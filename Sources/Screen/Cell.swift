/// One character's place on the screen.
package struct Cell: Hashable, Sendable {
  package var content: Content
  package var style: Style

  package init(content: Content, style: Style = Style()) {
    self.content = content
    self.style = style
  }

  /// An empty place.
  package static let blank = Cell(content: .glyph(" "))

  /// What stands in a cell.
  package enum Content: Hashable, Sendable {
    /// A character one column wide.
    case glyph(Unicode.Scalar)
    /// A bar of 1 to 8 eighths of the cell's height, standing on its floor or hanging from its
    /// ceiling. What hangs lies below zero: the sign is a shape, not only a colour.
    case bar(eighths: Int, hanging: Bool)
  }
}
