import Screen
import Vocabulary

/// The one table of keys. The footer, the help screen and the README's table are made from it.
package enum Keymap {
  /// What is in front of the user, and so what a key means.
  package enum Context: String, CaseIterable, Sendable {
    /// The network screen.
    case network
    /// The help, laid over the screen.
    case help
  }

  /// Keys that belong together, as one entry of the footer and one line of the help.
  package struct Group: Sendable {
    /// The keys as a reader sees them: "← →".
    package let keys: String
    /// One or two words for the footer.
    package let label: String
    /// The same for a narrow one.
    package let shortLabel: String
    /// One sentence for the help, without its full stop.
    package let summary: String
    /// What each key does.
    package let bindings: [(key: Key, command: Command)]
    /// Where they work.
    package let contexts: Set<Context>
    /// Which entries stay when the footer is too narrow for all: 0 stays longest.
    package let rank: Int

    init(
      _ keys: String, _ label: String, short: String? = nil, _ summary: String, rank: Int,
      in contexts: Set<Context> = [.network], _ bindings: [(Key, Command)]
    ) {
      self.keys = keys
      self.label = label
      shortLabel = short ?? label
      self.summary = summary
      self.rank = rank
      self.contexts = contexts
      self.bindings = bindings.map { (key: $0.0, command: $0.1) }
    }
  }

  /// Every key, in the order of the footer.
  package static let groups: [Group] = [
    Group(
      "←→", "step", "one timestep back, one on (also h l)", rank: 1,
      [
        (.left, .go(.by(-1))), (.right, .go(.by(1))),
        (.character("h"), .go(.by(-1))), (.character("l"), .go(.by(1))),
      ]),
    Group(
      "space", "play", "move on by itself, or stop", rank: 3,
      [(.character(" "), .play(.toggled))]),
    Group(
      "↑↓", "layer", "the layer before, the layer after (also k j); a line in this list", rank: 4,
      in: [.network, .help],
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      ",.", "unit", "the unit before, the unit after, in the chosen layer", rank: 7,
      [(.character(","), .unit(.by(-1))), (.character("."), .unit(.by(1)))]),
    Group(
      "tab", "units/time", short: "units", "all units at this timestep, or one unit over time",
      rank: 6,
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "r", "return_sequences", short: "sequences",
      "turn return_sequences of the chosen LSTM over", rank: 2,
      [(.character("r"), .toggle(.returnSequences))]),
    Group(
      "m", "model", "open the next model", rank: 5,
      [(.character("m"), .model(.by(1)))]),
    Group(
      "[]", "observation", "the observation before, the observation after", rank: 8,
      [(.character("["), .observation(.by(-1))), (.character("]"), .observation(.by(1)))]),
    Group(
      "PgUp PgDn", "ten", "ten timesteps back, ten on", rank: 11, in: [.network, .help],
      [(.pageUp, .go(.by(-10))), (.pageDown, .go(.by(10)))]),
    Group(
      "g G", "first, last", "the first timestep, the last (also Home End)", rank: 10,
      in: [.network, .help],
      [
        (.character("g"), .go(.first)), (.character("G"), .go(.last)),
        (.home, .go(.first)), (.end, .go(.last)),
      ]),
    Group(
      "+ -", "speed", "faster, slower, while playing", rank: 13,
      [
        (.character("+"), .speed(.by(1))), (.character("="), .speed(.by(1))),
        (.character("-"), .speed(.by(-1))),
      ]),
    Group(
      "u", "undo", "take the last change back; ctrl-R makes it again", rank: 9,
      [(.character("u"), .undo), (.control("r"), .redo)]),
    Group(
      "esc", "back", "close what is open; at home it forgets a count or a message", rank: 12,
      in: [.network, .help], [(.escape, .back)]),
    Group(
      "?", "help", "this list, and again to close it", rank: 0,
      in: [.network, .help], [(.character("?"), .help)]),
    Group(
      "q", "quit", "leave Unroll", rank: 0,
      in: [.network, .help], [(.character("q"), .quit)]),
  ]

  /// The table as the README has it.
  package static var markdown: String {
    (["| keys | what they do |", "|---|---|"]
      + groups.map { "| `\($0.keys)` | \($0.summary) |" }).joined(separator: "\n")
  }

  /// The command of a key, with the count that was typed before it.
  ///
  /// A count multiplies a distance ("3 →" is three timesteps) and names a place for `g` and `G`
  /// ("12 g" is timestep 12).
  package static func command(for key: Key, in context: Context, count: Int?) -> Command? {
    for group in groups where group.contexts.contains(context) {
      for binding in group.bindings where binding.key == key {
        return count.map { binding.command.repeated($0) } ?? binding.command
      }
    }
    return nil
  }

  /// The footer's entries that fit a width, in the table's order; the least needed are left out, and
  /// labels are short where that lets more of them in.
  package static func footer(in context: Context, width: Int) -> [(keys: String, label: String)] {
    let usable = groups.filter { $0.contexts.contains(context) }
    let entries = { (label: (Group) -> String) in
      usable.map { (group: $0, keys: $0.keys, label: label($0)) }
    }
    let length = { (keys: String, label: String) in keys.count + 1 + label.count + 2 }
    let full = entries(\.label)
    let isRoomy =
      full.filter { $0.group.rank <= 8 }
      .reduce(0) { $0 + length($1.keys, $1.label) } <= width
    let chosen = isRoomy ? full : entries(\.shortLabel)
    var used = 0
    var kept: Set<String> = []
    for entry in chosen.sorted(by: { $0.group.rank < $1.group.rank }) {
      // The last entry needs no space behind it.
      guard used + length(entry.keys, entry.label) - 2 <= width else { break }
      used += length(entry.keys, entry.label)
      kept.insert(entry.keys)
    }
    return chosen.filter { kept.contains($0.keys) }.map { ($0.keys, $0.label) }
  }
}

extension Command {
  /// The command with a count typed before its key.
  fileprivate func repeated(_ count: Int) -> Command {
    switch self {
    case .go(.by(let distance)): .go(.by(product(distance, count)))
    case .go(.first), .go(.last): .go(.at(count))
    case .select(.by(let distance)): .select(.by(product(distance, count)))
    case .unit(.by(let distance)): .unit(.by(product(distance, count)))
    case .observation(.by(let distance)): .observation(.by(product(distance, count)))
    case .go, .select, .unit, .observation, .model, .set, .toggle, .look, .play, .speed, .tick,
      .help, .back, .undo, .redo, .quit:
      self
    }
  }
}

private func product(_ first: Int, _ second: Int) -> Int {
  let (result, overflow) = first.multipliedReportingOverflow(by: second)
  return overflow ? (first < 0) == (second < 0) ? Int.max : Int.min : result
}
