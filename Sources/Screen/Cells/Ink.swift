/// What a character means; how it is coloured is the terminal's affair (`Look`, `Palette`).
package enum Ink: Hashable, Sendable {
  case text, quiet, accent, title, warning, error, good
  /// What is not there yet, and dividing lines: the one ink that may fade into the ground.
  case ghost
  /// One of several things that are told apart by hue, the same on every screen. A palette has
  /// `hueCount` hues; further numbers begin again at the first.
  case series(Int)
  /// A gate's value, from 0 to 1.
  case gate(Float)
  /// A value with a sign, scaled to −1 to 1.
  case signed(Float)

  /// How many hues a palette tells apart.
  package static var hueCount: Int { 6 }
}

/// What the ground under a character means.
package enum Paper: UInt8, Hashable, Sendable, CaseIterable {
  case none
  /// Title and footer.
  case bar
  /// The column of the timestep.
  case cursor
  /// Marked events of the input: one that switches something on, one that switches it off.
  case eventOn, eventOff
  case selection
}
