import Phrases
import Screen
import Vocabulary

/// The last line: the keys that work now, from the keymap.
package enum Footer {
  /// Draws it; what `isInVain` says does nothing now is left out, and what does another thing now than it
  /// says has its `label`.
  package static func draw(
    _ state: Explorer, context: Keymap.Context, on canvas: inout Canvas,
    isInVain: (Command) -> Bool = { _ in false }, label: (Command) -> String? = { _ in nil }
  ) {
    let row = canvas.height - 1
    guard row > 0 else { return }
    let bar = Style(on: .bar)
    canvas.fill(row: row, style: bar)
    var key = bar
    key.ink = .accent
    key.bold = true
    var column = 1
    if let count = state.count {
      column = canvas.write(plain: "\(count) ", column: column, row: row, style: key)
      column = canvas.write(
        plain: SharedPhrases.typed(count: count), column: column, row: row, style: bar,
        width: max(0, canvas.width - column))
      return
    }
    let entries = Keymap.footer(
      in: context, width: canvas.width - 2, isInVain: isInVain, label: label)
    for entry in entries {
      column = canvas.write(plain: entry.keys, column: column, row: row, style: key) + 1
      column = canvas.write(plain: entry.label, column: column, row: row, style: bar) + 2
    }
  }
}
