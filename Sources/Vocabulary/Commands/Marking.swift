/// Places that are kept under a name, and comparisons at which playing stops.
package enum Marking: CommandGroup {
  /// Keeps the present place under a name.
  case mark(String)
  /// Goes to a place that was kept.
  case to(String)
  /// Stops playing where a comparison becomes true; nil forgets all of them.
  case stopWhere(Command.Breakpoint?)

  package static let forms = [
    CommandForm("mark", "NAME", "keep this place under a name") { .mark($0) },
    CommandForm("to", "NAME", "go to a place that was kept", completing: [.bookmarks]) { .to($0) },
    CommandForm(
      "break", "lstm1.forget_gate < 0.1 | lstm2.cell_state[*, 29] > 0 | none",
      "stop playing where this becomes true",
      completing: [.quantities, .outputs, .words(["x["])]
    ) { words throws(CommandError) in
      if words == ["none"] { return .stopWhere(nil) }
      guard words.count == 3, let quantity = Quantity(parsing: words[0]),
        let comparison = Command.Breakpoint.Comparison(rawValue: words[1]),
        let bound = finite(words[2])
      else { return nil }
      return .stopWhere(Command.Breakpoint(quantity, comparison, bound))
    },
  ]

  package var description: String {
    switch self {
    case .mark(let name): "mark \(name)"
    case .to(let name): "to \(name)"
    case .stopWhere(let breakpoint?):
      "break \(breakpoint.quantity) \(breakpoint.comparison.rawValue) \(typed(breakpoint.bound))"
    case .stopWhere(nil): "break none"
    }
  }

  package var isForLessons: Bool { true }
}

extension Command {
  /// A comparison that stops playing.
  package struct Breakpoint: Hashable, Sendable {
    /// What is compared; without indices any unit of the layer, at the current timestep.
    package var quantity: Quantity
    package var comparison: Comparison
    package var bound: Float

    package init(_ quantity: Quantity, _ comparison: Comparison, _ bound: Float) {
      self.quantity = quantity
      self.comparison = comparison
      self.bound = bound
    }

    package enum Comparison: String, CaseIterable, Hashable, Sendable {
      case below = "<"
      case above = ">"
    }
  }

  package static func mark(_ name: String) -> Command { .marking(.mark(name)) }
  package static func to(_ name: String) -> Command { .marking(.to(name)) }
  package static func stopWhere(_ breakpoint: Breakpoint?) -> Command {
    .marking(.stopWhere(breakpoint))
  }
}
