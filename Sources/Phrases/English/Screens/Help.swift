/// What help and prompt say, beside what keys and commands say of themselves.
package enum HelpPhrases {
  // MARK: - Headings

  package static let title = "Help"
  package static let keys = "Keys"
  package static let reading = "Reading the bars"
  package static let words = "Words"
  package static let commands = "Commands, for : and --do"

  /// Over the columns of the table of keys.
  package static let table = ["keys", "what they do"]

  // MARK: - As lines

  package static let opening = "Unroll, help."

  package static func key(_ keys: String, does summary: String) -> String {
    "key \(keys): \(summary)"
  }

  // MARK: - Keys and bars

  package static let counts =
    "A number before a key repeats it: 10 → is ten timesteps; 12 g goes to t 12."

  package static let legend = [
    "A column is a timestep. Everything in one column happens at the same timestep.",
    "i input gate, f forget gate, o output gate: from 0, closed, to 1, open.",
    "g candidate: what would be written, −1 to 1. c = f·c + i·g: the memory. h = o·tanh(c): what "
      + "the layer shows of it.",
    "A gate rises from the floor of its row. A number with a sign fills the upper half of its row "
      + "above zero, the lower half below. The scale beside the value says what a full bar is.",
    "outputs: ■ is an output of the layer, □ will be one, ─ stays inside.",
    "╎ is where a bar ended before the last what-if; while a file is followed, in the epoch before.",
    "A dot · is a timestep that has not been read; ! is not a finite number (nan, inf).",
    "Mouse: a click chooses a layer, a timestep or a unit, the wheel moves through time. "
      + "Hold shift to select text as in other programs.",
    "In ASCII a bar is its tenths: 0 to 9, below zero the letters a to i, - for nearly zero.",
  ]

  // MARK: - The prompt

  /// Above a line in which nothing was typed that has a form.
  package static let prompt = "⏎ runs it, esc cancels"

  /// What tab may put in.
  package static func tab(_ words: String) -> String { "tab: \(words)" }
}
