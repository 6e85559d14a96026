import Vocabulary

extension Keymap {
  /// The footer's entries that fit a width, in the table's order; the least needed are left out, and
  /// labels are short where that lets more of them in. Keys whose commands would all be in vain are
  /// none to offer.
  package static func footer(
    in context: Context, width: Int, isInVain: (Command) -> Bool = { _ in false }
  ) -> [(keys: String, label: String)] {
    let usable = groups.filter { group in
      group.contexts.contains(context) && !group.bindings.allSatisfy { isInVain($0.command) }
    }
    let entries = { (label: (Group) -> String) in
      usable.map { (group: $0, keys: $0.keys, label: label($0)) }
    }
    let length = { (keys: String, label: String) in keys.count + 1 + label.count + 2 }
    let full = entries(\.label)
    let isRoomy =
      full.filter { $0.group.rank <= 9 }
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
