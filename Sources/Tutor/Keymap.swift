import Screen
import Vocabulary

/// The one table of keys. The footer, the help screen and the README's table are made from it.
package enum Keymap {
  /// What is in front of the user, and so what a key means.
  package enum Context: String, CaseIterable, Sendable {
    case network, layer, unit, contrast, schedule, shapes
    /// The help, laid over the screen.
    case help
    /// A lesson, whose keys come before those of its screen.
    case lesson
    /// The same while a question is open.
    case question
    /// The list of lessons, laid over the screen.
    case lessons
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

  private static let screens: Set<Context> = [
    .network, .layer, .unit, .contrast, .schedule, .shapes,
  ]
  private static let numbers: Set<Context> = [.network, .layer, .unit, .contrast]

  /// Every key, in the order of the footer.
  package static let groups: [Group] = [
    Group(
      "←→", "step", "one timestep back, one on (also h l); on the schedule one cell", rank: 1,
      in: screens.subtracting([.shapes]),
      [
        (.left, .go(.by(-1))), (.right, .go(.by(1))),
        (.character("h"), .go(.by(-1))), (.character("l"), .go(.by(1))),
      ]),
    Group(
      "space", "play", "move on by itself, or stop", rank: 3, in: screens.subtracting([.shapes]),
      [(.character(" "), .play(.toggled))]),
    Group(
      "↑↓", "layer", "the layer before, the layer after (also k j)", rank: 4,
      in: [.network, .contrast, .schedule, .shapes],
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "↑↓", "unit", "on the layer and unit screens: the unit before, after (also k j)", rank: 4,
      in: [.layer, .unit],
      [
        (.up, .unit(.by(-1))), (.down, .unit(.by(1))),
        (.character("k"), .unit(.by(-1))), (.character("j"), .unit(.by(1))),
      ]),
    Group(
      "↑↓", "scroll", "in this list: a line up, a line down (also k j)", rank: 1, in: [.help],
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "⏎", "open", "one screen deeper: network, layer, unit", rank: 2, in: [.network, .layer],
      [(.enter, .enter)]),
    Group(
      "tab", "units/time", short: "units", "network: all units at this timestep, or one over time",
      rank: 6, in: [.network], [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "quantity", "layer: the next of i f g o c h and the input", rank: 2, in: [.layer],
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "phase", "unit: the next of the six phases", rank: 2, in: [.unit],
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "order", "schedule: the next order of computing", rank: 2, in: [.schedule],
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "tab", "code", "shapes: the table, Keras code, PyTorch code", rank: 2, in: [.shapes],
      [(.tab, .look(.by(1))), (.shiftTab, .look(.by(-1)))]),
    Group(
      "z", "sort", "layer: another order of the units", rank: 5, in: [.layer],
      [(.character("z"), .order(.by(1)))]),
    Group(
      "z", "sum", "unit: the next of the four sums in full, its largest terms first", rank: 2,
      in: [.unit], [(.character("z"), .order(.by(1)))]),
    Group(
      "f F", "features", "shapes: one feature more, one less", rank: 5, in: [.shapes],
      [
        (.character("f"), .size(.features, .by(1))), (.character("F"), .size(.features, .by(-1))),
      ]),
    Group(
      "t T", "timesteps", "shapes: one timestep more, one less", rank: 5, in: [.shapes],
      [
        (.character("t"), .size(.timesteps, .by(1))), (.character("T"), .size(.timesteps, .by(-1))),
      ]),
    Group(
      "+ -", "units", "shapes: one unit more in the chosen layer, one less", rank: 3,
      in: [.shapes],
      [
        (.character("+"), .size(.chosenUnits, .by(1))),
        (.character("="), .size(.chosenUnits, .by(1))),
        (.character("-"), .size(.chosenUnits, .by(-1))),
      ]),
    Group(
      ",.", "unit", "the unit before, the unit after, in the chosen layer", rank: 8,
      in: [.network, .layer, .unit],
      [(.character(","), .unit(.by(-1))), (.character("."), .unit(.by(1)))]),
    Group(
      "r", "return_sequences", short: "sequences",
      "turn return_sequences of the chosen LSTM over", rank: 3, in: screens,
      [(.character("r"), .toggle(.returnSequences))]),
    Group(
      "c", "contrast", "return_sequences False and True of the chosen layer", rank: 5,
      in: screens, [(.character("c"), .open(.contrast))]),
    Group(
      "s", "schedule", "the order in which the cells are computed", rank: 7, in: screens,
      [(.character("s"), .open(.schedule))]),
    Group(
      "S", "shapes", "shapes, parameters, and the network as code", rank: 9, in: screens,
      [(.character("S"), .open(.shapes))]),
    Group(
      "m", "model", "open the next model", rank: 7, in: screens,
      [(.character("m"), .model(.by(1)))]),
    Group(
      "L", "lessons", "the list of lessons, and again to close it", rank: 8,
      in: screens.union([.lesson, .question, .lessons]), [(.character("L"), .lessons)]),
    Group(
      "[]", "observation", "the observation before, the observation after", rank: 10,
      in: numbers,
      [(.character("["), .observation(.by(-1))), (.character("]"), .observation(.by(1)))]),
    Group(
      "PgUp PgDn", "ten", "ten timesteps back, ten on", rank: 14,
      in: screens.subtracting([.shapes]).union([.help]),
      [(.pageUp, .go(.by(-10))), (.pageDown, .go(.by(10)))]),
    Group(
      "g G", "first, last", "the first timestep, the last (also Home End)", rank: 13,
      in: numbers.union([.help]),
      [
        (.character("g"), .go(.first)), (.character("G"), .go(.last)),
        (.home, .go(.first)), (.end, .go(.last)),
      ]),
    Group(
      "+ -", "speed", "faster, slower, while playing", rank: 16,
      in: screens.subtracting([.shapes]),
      [
        (.character("+"), .speed(.by(1))), (.character("="), .speed(.by(1))),
        (.character("-"), .speed(.by(-1))),
      ]),
    Group(
      "x", "what if", "hold a gate, erase a state, set a feature: begins the command", rank: 9,
      in: numbers, [(.character("x"), .prompt(whatIf))]),
    Group(
      "e", "explain", "what is under the cursor, in a sentence with its numbers", rank: 11,
      in: numbers, [(.character("e"), .explain)]),
    Group(
      "y", "copy", "copy the address and value of what is under the cursor", rank: 15, in: numbers,
      [(.character("y"), .copy)]),
    Group(
      "y", "copy", "shapes: copy the code, or the chosen layer's count", rank: 4, in: [.shapes],
      [(.character("y"), .copy)]),
    Group(
      "U D E", "guess", "up, down or the same, after the command: predict on", rank: 18,
      in: numbers,
      [
        (.character("U"), .guess(.up)), (.character("D"), .guess(.down)),
        (.character("E"), .guess(.same)),
      ]),
    Group(
      "n", "next", "lesson: the next step; back to the step one left; the answer of a question",
      rank: 0, in: [.lesson, .question], [(.character("n"), .next)]),
    Group(
      "space", "next", "lesson: the next step, until one leaves the path", rank: 1, in: [.lesson],
      [(.character(" "), .next)]),
    Group(
      "p", "previous", "lesson: the step before (also ←, until one leaves the path)", rank: 1,
      in: [.lesson, .question], [(.character("p"), .previous)]),
    Group(
      "H", "hint", "lesson: a hint for the question", rank: 2, in: [.question],
      [(.character("H"), .hint)]),
    Group(
      "v", "votes", "lesson: count the votes of a room, each with its choice's number", rank: 3,
      in: [.question], [(.character("v"), .votes)]),
    Group(
      "⏎", "open", "lessons: open the chosen lesson", rank: 0, in: [.lessons], [(.enter, .enter)]),
    Group(
      "↑↓", "choose", "lessons: the lesson before, the lesson after (also k j)", rank: 0,
      in: [.lessons],
      [
        (.up, .select(.by(-1))), (.down, .select(.by(1))),
        (.character("k"), .select(.by(-1))), (.character("j"), .select(.by(1))),
      ]),
    Group(
      "x", "leave the lesson", "lessons: leave the open lesson and explore freely", rank: 1,
      in: [.lessons], [(.character("x"), .lesson(nil))]),
    Group(
      "esc", "back", "lessons: close the list", rank: 1, in: [.lessons], [(.escape, .back)]),
    Group(
      "u", "undo", "take the last change back; ctrl-R makes it again", rank: 12, in: screens,
      [(.character("u"), .undo), (.control("r"), .redo)]),
    Group(
      ":", "command", "type a command; tab completes, ↑ ↓ bring earlier ones back", rank: 11,
      in: screens, [(.character(":"), .prompt(""))]),
    Group(
      "esc", "back", "the screen before; close what is open", rank: 2,
      in: screens.union([.help]).subtracting([.network]), [(.escape, .back)]),
    Group(
      "esc", "back", "on the network screen: forget a count or a message", rank: 20,
      in: [.network], [(.escape, .back)]),
    Group(
      "?", "help", "this list, and again to close it", rank: 0, in: screens.union([.help]),
      [(.character("?"), .help)]),
    Group(
      "q", "quit", "leave Unroll", rank: 0, in: screens.union([.help, .lessons]),
      [(.character("q"), .quit)]),
  ]

  /// What `x` begins: the tutor puts the address under the cursor behind it.
  static let whatIf = "clamp"

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

  /// The key that a lesson calls by a name: a character, or `left`, `enter`, `space`.
  package static func key(named name: String) -> Key? {
    switch name {
    case "left": .left
    case "right": .right
    case "up": .up
    case "down": .down
    case "enter": .enter
    case "tab": .tab
    case "esc": .escape
    case "space": .character(" ")
    case "home": .home
    case "end": .end
    default: name.count == 1 ? name.first.map(Key.character) : nil
    }
  }

  /// What a lesson calls a key; nil for one that has no name there.
  static func name(of key: Key) -> String? {
    switch key {
    case .left: "left"
    case .right: "right"
    case .up: "up"
    case .down: "down"
    case .enter: "enter"
    case .tab: "tab"
    case .escape: "esc"
    case .character(" "): "space"
    case .home: "home"
    case .end: "end"
    case .character(let character): String(character)
    default: nil
    }
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
    case .size(let part, .by(let distance)): .size(part, .by(product(distance, count)))
    case .open, .enter, .back, .go, .select, .unit, .observation, .model, .look, .order, .compare,
      .beside, .play, .speed, .tick, .set, .toggle, .clamp, .erase, .put, .swap, .start, .size,
      .restore, .explain, .copy, .value, .evaluate, .predict, .guess, .mark, .to, .stopWhere, .help,
      .prompt, .undo, .redo, .quit, .playTo, .lesson, .lessons, .next, .previous, .answer, .hint,
      .votes, .vote:
      self
    }
  }
}

private func product(_ first: Int, _ second: Int) -> Int {
  let (result, overflow) = first.multipliedReportingOverflow(by: second)
  return overflow ? (first < 0) == (second < 0) ? Int.max : Int.min : result
}
