/// What a character means; how it is coloured is the terminal's affair (`Look`, `Palette`).
package enum Ink: Hashable, Sendable {
  case text, quiet, accent, title, warning, error, good
  /// What is not there yet, and dividing lines: the one ink that may fade into the ground.
  case ghost
  /// The letters i f g o c h, the same on every screen.
  case inputGate, forgetGate, cellCandidate, outputGate, cellState, hiddenState
  /// A gate's value, from 0 to 1.
  case gate(Float)
  /// A value with a sign, scaled to −1 to 1.
  case signed(Float)
}

/// What the ground under a character means.
package enum Paper: UInt8, Hashable, Sendable, CaseIterable {
  case none
  /// Title and footer.
  case bar
  /// The column of the timestep.
  case cursor
  /// Marked events of the input: something was set, something was cleared.
  case set, clear
  case selection
}
