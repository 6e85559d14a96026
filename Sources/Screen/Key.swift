/// A key press, whatever bytes the terminal sent for it.
package enum Key: Hashable, Sendable {
  /// A printing character as typed, the space among them.
  case character(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  case enter, escape, tab, shiftTab, backspace, delete, insert
  /// F1 and on.
  case function(Int)
  /// Control with a letter, in lower case: `.control("r")`.
  case control(Character)
}
