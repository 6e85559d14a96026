/// A key as the terminal decoded it.
package enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, escape, tab, shiftTab, backspace, delete
  case function(Int)
  /// A letter with the control key, in lower case.
  case control(Character)
}
