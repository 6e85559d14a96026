import Screen

/// The last line: the keys that work now, from the keymap.
enum Footer {
  static func draw(_ state: State, context: Keymap.Context, on frame: inout Frame) {
    let row = frame.size.height - 1
    guard row > 0 else { return }
    let bar = Style(on: .bar)
    frame.fill(Rect(column: 0, row: row, width: frame.size.width, height: 1), style: bar)
    var key = bar
    key.ink = .accent
    key.bold = true
    var column = 1
    if let count = state.count {
      column = frame.write("\(count) ", column: column, row: row, style: key)
      column = frame.write(
        "times, or t \(count) with g; esc forgets it", column: column, row: row, style: bar,
        width: max(0, frame.size.width - column))
      return
    }
    let entries = Keymap.footer(in: context, width: frame.size.width - 2) { command in
      command == .lesson(nil) && state.lesson == nil
    }
    for entry in entries {
      column = frame.write(entry.keys, column: column, row: row, style: key) + 1
      column = frame.write(entry.label, column: column, row: row, style: bar) + 2
    }
  }
}
