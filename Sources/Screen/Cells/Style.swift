/// The meaning of a cell: its ink, its ground and its emphasis.
package struct Style: Hashable, Sendable {
  package var ink: Ink
  package var paper: Paper
  package var bold: Bool
  package var underlined: Bool
  package var reversed: Bool
  /// Steps back behind what is pointed at: grey in place of its own ink, and no paper.
  package var dimmed: Bool

  package init(
    _ ink: Ink = .text, on paper: Paper = .none, bold: Bool = false, underlined: Bool = false,
    reversed: Bool = false, dimmed: Bool = false
  ) {
    self.ink = ink
    self.paper = paper
    self.bold = bold
    self.underlined = underlined
    self.reversed = reversed
    self.dimmed = dimmed
  }

  /// The same style on another ground.
  package func on(_ paper: Paper) -> Style {
    var style = self
    style.paper = paper
    return style
  }
}
