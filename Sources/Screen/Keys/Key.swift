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
  /// The mouse, where the terminal reports it.
  case mouse(Mouse)
}

/// What the mouse did in one cell of the window, both counted from 0.
package struct Mouse: Hashable, Sendable {
  /// The cell's column.
  package var column: Int
  /// The cell's row.
  package var row: Int
  /// What happened there.
  package var kind: Kind

  /// What a mouse does that means something here: the left button goes down, the wheel turns.
  package enum Kind: Hashable, Sendable {
    case click, wheelUp, wheelDown
  }

  /// A click or a turn of the wheel in a cell.
  package init(column: Int, row: Int, _ kind: Kind) {
    self.column = column
    self.row = row
    self.kind = kind
  }
}
