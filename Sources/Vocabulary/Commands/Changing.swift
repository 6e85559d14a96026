/// What is changed: a layer's settings, the numbers that run, the sizes on the shapes screen.
package enum Changing: CommandGroup {
  /// Gives a flag of a layer a value.
  case set(layer: String, flag: Command.Flag, value: Bool)
  /// Turns a flag of the selected layer over.
  case toggle(Command.Flag)
  /// Runs with something changed.
  case suppose(WhatIf)
  /// Holds the chosen gate of the shown unit at this timestep, or lets it go.
  case hold(Command.Hold)
  /// Takes all what-ifs back.
  case restore
  /// Another size of the network on the shapes screen.
  case size(Command.NetworkPart, Command.Choice<Int>)

  package static let forms =
    [
      CommandForm(
        "set", "LAYER.return_sequences true | LAYER.return_state false",
        "set a flag of a layer", completing: [.flags, .words(["true", "false"])]
      ) { words throws(CommandError) in
        guard words.count == 2, let (layer, flag) = Command.Flag.address(words[0]),
          let value = truth(words[1])
        else { return nil }
        return .set(layer: layer, flag: flag, value: value)
      },
      CommandForm(
        "toggle", "return_sequences | return_state | play",
        "switch a flag of the chosen layer on or off",
        completing: [.cases(of: Command.Flag.self), .words(["play"])]
      ) { $0 == "play" ? .play(.toggled) : Command.Flag(rawValue: $0).map(Command.toggle) },
    ] + WhatIf.forms + [
      CommandForm(
        "hold", "+0.05 | -0.05 | 0.9 | at -0.9 | off",
        "what if the chosen gate of this unit had another value at this timestep",
        completing: [.words(["off"])]
      ) { words throws(CommandError) in Command.Hold(words).map(Command.hold) },
      CommandForm("restore", "undo all what-ifs", .restore),
      CommandForm(
        "size", "features 5 | timesteps 100 | LAYER.units 32 | units +1",
        "another size of the network, on the shapes screen",
        completing: [.words(["features", "timesteps", "units"]), .units]
      ) { words throws(CommandError) in
        guard words.count == 2, let part = Command.NetworkPart(parsing: words[0]) else {
          return nil
        }
        return Command.Choice(words[1], WholeNumber.read).map { .size(part, $0) }
      },
    ]

  package var description: String {
    switch self {
    case .set(let layer, let flag, let value): "set \(layer).\(flag.rawValue) \(value)"
    case .toggle(let flag): "toggle \(flag.rawValue)"
    case .suppose(let whatIf): "\(whatIf)"
    case .hold(let hold): "hold \(hold.text)"
    case .restore: "restore"
    case .size(let part, let choice): "size \(part.text) \(choice.text { "\($0)" })"
    }
  }

  package func repeated(_ count: Int) -> Changing {
    switch self {
    case .size(let part, let choice): .size(part, choice.repeated(count))
    case .hold(let hold): .hold(hold.repeated(count))
    case .set, .toggle, .suppose, .restore: self
    }
  }

  package var isForLessons: Bool { true }
}

extension Command {
  package static func set(layer: String, flag: Flag, value: Bool) -> Command {
    .changing(.set(layer: layer, flag: flag, value: value))
  }
  package static func toggle(_ flag: Flag) -> Command { .changing(.toggle(flag)) }
  package static func suppose(_ whatIf: WhatIf) -> Command { .changing(.suppose(whatIf)) }
  package static let restore = changing(.restore)
  package static func size(_ part: NetworkPart, _ choice: Choice<Int>) -> Command {
    .changing(.size(part, choice))
  }
}

/// Keras's `True` is as good as ours.
private func truth(_ word: String) -> Bool? {
  switch word {
  case "true", "True": true
  case "false", "False": false
  default: nil
  }
}
