import Engine
import Vocabulary

/// Lines that are commands, or nearly: names and numbers that are there beside such as are not.
enum CommandGrammar {
  /// The names of every command that `line` knows arguments of.
  static let names = CommandForm.all.map(\.name).filter { $0 != "quit" }

  /// A line of one command.
  static func line(_ chance: inout SplitMix64) -> String {
    let name = chance.pick(names)
    // Counting all observations takes long, and finds nothing more the second time.
    if name == "evaluate", !chance.oneIn(20) { return "explain" }
    let words = arguments(of: name, &chance)
    return words.isEmpty ? name : name + " " + words
  }

  private static func arguments(of name: String, _ chance: inout SplitMix64) -> String {
    switch name {
    case "open": return chance.pick(Command.ScreenName.allCases).rawValue
    case "go":
      return chance.pick([
        number(&chance), signed(&chance), "start", "first", "last", "change",
        "change \(choice(&chance))", "2015-04-27", "0000-99-99",
      ])
    case "select": return chance.oneIn(3) ? signed(&chance) : layer(&chance)
    case "unit", "term", "origin", "observation", "speed", "vote": return choice(&chance)
    case "epoch": return chance.pick([choice(&chance), "first", "last"])
    case "sort":
      let column = chance.pick(Command.ObservationOrder.Column.allCases).rawValue
      return chance.pick([column, "\(column) reversed", signed(&chance)])
    case "where":
      let name = chance.pick(ObservationFilter.Name.allCases).rawValue
      return chance.pick([
        "all", "\(name) > \(decimal(&chance))", "\(name) = 0 and -\(name) < \(number(&chance))",
        "abs(\(name)) / 0 != \(name)",
      ])
    case "model":
      return chance.pick(["latch", "latch4", "weather", "nowhere", "+1", "-1", signed(&chance)])
    case "look": return chance.pick(looks + [signed(&chance)])
    case "order": return chance.pick(Command.UnitOrder.allCases.map(\.rawValue) + [signed(&chance)])
    case "scale": return chance.pick(Command.UnitScale.allCases.map(\.rawValue) + [signed(&chance)])
    case "compare": return chance.pick(QuantityName.shown.map(\.rawValue) + ["none"])
    case "train":
      return chance.pick(["1 batch", "off", "over", "0 epochs", "\(number(&chance)) x"])
    case "rate": return chance.pick([decimal(&chance), "x2", "x0.5", "x0", "nan", "1e-9"])
    case "gradients": return chance.pick(["", "on", "off"])
    case "beside", "start": return chance.pick(["none", "zero", number(&chance)])
    case "play":
      return chance.pick([
        "", "to \(number(&chance))", "to \(number(&chance)) in \(decimal(&chance))s",
      ])
    case "set": return "\(layer(&chance)).\(flag(&chance)) \(chance.pick(["true", "false"]))"
    case "toggle": return chance.pick(["play", flag(&chance)])
    case "clamp":
      let units = chance.pick(["all", number(&chance), "0,1,2", "0-3", "3-\(number(&chance))"])
      return "\(quantity(&chance)) \(units) \(decimal(&chance))"
    case "hold":
      return chance.pick(["off", "+0.05", "-0.05", "at \(decimal(&chance))", decimal(&chance)])
    case "erase":
      let states = chance.pick(["c", "h", "both"])
      return "\(states) \(number(&chance))" + (chance.oneIn(2) ? " \(layer(&chance))" : "")
    case "put": return "\(quantity(&chance)) \(decimal(&chance))"
    case "swap": return "\(number(&chance)) \(number(&chance))"
    case "size":
      let part = chance.pick(["features", "timesteps", "units", "\(layer(&chance)).units"])
      return "\(part) \(choice(&chance))"
    case "value": return quantity(&chance)
    case "predict": return chance.pick(["on", "off"])
    case "guess": return chance.pick(Command.Guess.allCases).rawValue
    case "mark", "to": return chance.pick(["a", "b", "🙂", "start"])
    case "break":
      return chance.oneIn(4)
        ? "none" : "\(quantity(&chance)) \(chance.pick(["<", ">"])) \(decimal(&chance))"
    case "prompt": return HostileText.text(&chance, most: 4)
    case "lesson":
      return chance.pick(["none", "none", "none", "nowhere", "\(chance.number(in: 0...15))"])
    case "answer":
      return chance.pick([
        "(64)", "(50, 64)", "true", "false", decimal(&chance), number(&chance), "", "right",
        HostileText.text(&chance, most: 4),
      ])
    default: return chance.oneIn(50) ? number(&chance) : ""
    }
  }

  private static let looks =
    Command.Axis.allCases.map(\.rawValue) + QuantityName.shown.map(\.rawValue)
    + Command.ScheduleName.allCases.map(\.rawValue) + Command.CodeName.allCases.map(\.rawValue)
    + ["picture"] + (0...7).map { "phase\($0)" }

  private static func layer(_ chance: inout SplitMix64) -> String {
    chance.pick(["lstm1", "lstm2", "dense1", "output", "input_layer", "nowhere", "lstm1.x"])
  }

  private static func flag(_ chance: inout SplitMix64) -> String {
    chance.pick(Command.Flag.allCases).rawValue
  }

  private static func quantity(_ chance: inout SplitMix64) -> String {
    let name =
      chance.oneIn(4)
      ? "x" : "\(layer(&chance)).\(chance.pick(QuantityName.addressed).rawValue)"
    let (one, other) = (index(&chance), index(&chance))
    return chance.pick([name, "\(name)[\(one)]", "\(name)[\(one), \(other)]"])
  }

  private static func index(_ chance: inout SplitMix64) -> String {
    chance.oneIn(3) ? "*" : number(&chance)
  }

  private static func choice(_ chance: inout SplitMix64) -> String {
    chance.oneIn(2) ? signed(&chance) : number(&chance)
  }

  private static func signed(_ chance: inout SplitMix64) -> String {
    chance.pick([
      "+1", "-1", "+10", "-10", "+0", "-0", "+9223372036854775807", "-9223372036854775808",
      "-9223372036854775807", "+4611686018427387904", "+2147483648",
    ])
  }

  private static func number(_ chance: inout SplitMix64) -> String {
    guard !chance.oneIn(3) else { return "\(chance.number(in: 0...50))" }
    return chance.pick([
      "0", "1", "2", "3", "5", "6", "9", "10", "28", "49", "50", "63", "64", "127", "128", "-1",
      "1000", "100000", "2147483647", "2147483648", "4294967296", "9223372036854775807",
      "-9223372036854775808", "9223372036854775808", "3037000500",
    ])
  }

  private static func decimal(_ chance: inout SplitMix64) -> String {
    chance.pick([
      "0", "1", "-1", "0.5", "0.1", "1e-3", "3", "-0", "1e38", "-3e38", "1e-45", "1e-400", "1e400",
      "600", "601", "0.0001", "nan", "inf", "16777217", "9223372036854775807",
    ])
  }
}
