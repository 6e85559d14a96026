import Vocabulary

extension Keymap {
  /// The footer's entries that fit a width, in the table's order; the least needed are left out, and
  /// labels are short where that lets more of them in. Keys whose commands would all be in vain are
  /// none to offer; `label` is what one does now, where that is another thing than it says.
  package static func footer(
    in context: Context, width: Int, isInVain: (Command) -> Bool = { _ in false },
    label: (Command) -> String? = { _ in nil }
  ) -> [(keys: String, label: String)] {
    let usable = (entries.first { $0.context == context }?.entries ?? []).filter { entry in
      !entry.group.bindings.allSatisfy { isInVain($0.command) }
    }.map { entry in
      entry.group.bindings.first.flatMap { label($0.command) }.map(entry.labelled) ?? entry
    }
    let needed = usable.reduce(0) { $0 + ($1.group.rank <= 9 ? $1.width : 0) }
    let isRoomy = needed <= width
    var used = 0
    var kept = [Bool](repeating: false, count: usable.count)
    for place in usable.indices.sorted(by: { usable[$0].group.rank < usable[$1].group.rank }) {
      let length = isRoomy ? usable[place].width : usable[place].shortWidth
      // The last entry needs no space behind it.
      guard used + length - 2 <= width else { break }
      used += length
      kept[place] = true
    }
    return usable.indices.filter { kept[$0] }.map { place in
      let group = usable[place].group
      return (group.keys, usable[place].label ?? (isRoomy ? group.label : group.shortLabel))
    }
  }

  /// A group and the cells that it takes with its label, or the short one, and the space behind.
  private struct Entry {
    let group: Group
    let width: Int
    let shortWidth: Int
    /// What stands in the place of its label.
    private(set) var label: String?

    /// The same under another label.
    func labelled(_ label: String) -> Entry { Entry(group, label: label) }

    private init(_ group: Group, label: String) {
      self.group = group
      self.label = label
      width = group.keys.count + 1 + label.count + 2
      shortWidth = width
    }

    init(_ group: Group) {
      self.group = group
      width = group.keys.count + 1 + group.label.count + 2
      shortWidth = group.keys.count + 1 + group.shortLabel.count + 2
    }
  }

  /// What each footer can offer. A frame is drawn for every key: so it is measured once.
  private static let entries: [(context: Context, entries: [Entry])] = {
    let all = groups.map { Entry($0) }
    return Context.allCases.map { context in
      (context, all.filter { $0.group.contexts.contains(context) })
    }
  }()
}
