/// What a character stands for. The terminal decides how that looks; see `Palette`.
package enum Ink: Hashable, Sendable {
  /// Words to read.
  case text
  /// Words around them.
  case quiet
  /// What is not there yet.
  case ghost
  /// What is chosen, and the names of keys.
  case accent
  /// The names of things.
  case title
  /// A setting that changes what happens, or a refusal.
  case warning
  /// What cannot be.
  case error
  /// The letter of a quantity, the same on every screen.
  case inputGate, forgetGate, cellCandidate, outputGate, cellState, hiddenState
  /// A number from 0 to 1.
  case gate(Float)
  /// A number from −1 to 1.
  case signed(Float)
}

/// What lies under a character.
package enum Paper: Hashable, Sendable {
  case none
  /// The title and the footer.
  case bar
  /// The current column.
  case cursor
  /// A timestep that sets, and one that clears.
  case set, clear
}

/// Meaning and emphasis of a character.
package struct Style: Hashable, Sendable {
  package var ink: Ink
  package var paper: Paper
  package var bold: Bool

  package init(ink: Ink = .text, paper: Paper = .none, bold: Bool = false) {
    self.ink = ink
    self.paper = paper
    self.bold = bold
  }
}
