import Engine

/// How one looks at what is open: what columns stand for, a quantity, an order, a second observation.
package enum Viewing: CommandGroup {
  /// Turns to another way to look at the same screen: units or time, a quantity, a phase, an order
  /// of computing.
  case look(Command.Choice<Command.View>)
  /// Sorts the units of the layer screen.
  case order(Command.Choice<Command.UnitOrder>)
  /// What full strength stands for on the layer screen.
  case scale(Command.Choice<Command.UnitScale>)
  /// Shows a second quantity of the layer below the first; nil none.
  case compare(QuantityName?)
  /// Shows the gradients of the states, or not.
  case gradients(Command.Motion)
  /// Lays a second observation over the open one; nil none.
  case beside(Int?)

  package static let forms = [
    CommandForm(
      "look",
      "time | units | forget_gate … | input | picture | phase1 … phase6 | orders | layers | timesteps "
        + "| diagonal | table | keras | pytorch | +1",
      "another way to look at the same screen",
      completing: [
        .cases(of: Command.Axis.self), .words(QuantityName.shown.map(\.rawValue)),
        .cases(of: Command.ScheduleName.self), .cases(of: Command.CodeName.self),
        .words(["picture"] + (1...6).map { "phase\($0)" }),
      ]
    ) { Command.Choice($0, Command.View.init(word:)).map(Command.look) },
    CommandForm(
      "order", "index | change | memory | answer | effect | +1", "sort the units of the layer",
      completing: [.cases(of: Command.UnitOrder.self)]
    ) { Command.Choice($0, Command.UnitOrder.init(rawValue:)).map(Command.order) },
    CommandForm(
      "scale", "each | all | +1", "each unit on its own scale, or one scale for all",
      completing: [.cases(of: Command.UnitScale.self)]
    ) { Command.Choice($0, Command.UnitScale.init(rawValue:)).map(Command.scale) },
    CommandForm(
      "compare", "forget_gate … | none", "show a second quantity below the first",
      completing: [.words(QuantityName.shown.map(\.rawValue)), .words(["none"])]
    ) {
      optional($0, QuantityName.init(shown:)).map(Command.compare)
    },
    CommandForm(
      "gradients", "on | off", "show how much the loss hangs on the states at each timestep",
      completing: [.words(["on", "off"])]
    ) { words throws(CommandError) in
      switch words {
      case []: .gradients(.toggled)
      case ["on"]: .gradients(.on)
      case ["off"]: .gradients(.off)
      default: nil
      }
    },
    CommandForm(
      "beside", "5 | none", "show another observation beside the open one",
      completing: [.words(["none"])]
    ) {
      optional($0, WholeNumber.read).map(Command.beside)
    },
  ]

  package var description: String {
    switch self {
    case .look(let choice): "look \(choice.text(\.word))"
    case .order(let choice): "order \(choice.text { $0.rawValue })"
    case .scale(let choice): "scale \(choice.text { $0.rawValue })"
    case .compare(let quantity): "compare \(quantity?.rawValue ?? "none")"
    case .gradients(.toggled): "gradients"
    case .gradients(let motion): "gradients \(motion == .on ? "on" : "off")"
    case .beside(let index): "beside \(index.map(String.init) ?? "none")"
    }
  }

  package var isForLessons: Bool { true }
}

extension Command {
  /// How the layer screen sorts units.
  package enum UnitOrder: String, CaseIterable, Hashable, Sendable {
    case index, change, memory, answer, effect
  }

  /// What full strength stands for in the rows of the layer screen.
  package enum UnitScale: String, CaseIterable, Hashable, Sendable {
    /// The largest size that the row's own unit reaches.
    case each
    /// The largest size that any unit reaches.
    case all
  }

  package static func look(_ choice: Choice<View>) -> Command { .viewing(.look(choice)) }
  package static func order(_ choice: Choice<UnitOrder>) -> Command { .viewing(.order(choice)) }
  package static func scale(_ choice: Choice<UnitScale>) -> Command { .viewing(.scale(choice)) }
  package static func compare(_ quantity: QuantityName?) -> Command { .viewing(.compare(quantity)) }
  package static func gradients(_ motion: Motion) -> Command { .viewing(.gradients(motion)) }
  package static func beside(_ index: Int?) -> Command { .viewing(.beside(index)) }
}
