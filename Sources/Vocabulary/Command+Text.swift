import Engine

extension Command: CustomStringConvertible {
  /// The text form that `init(parsing:)` reads.
  package var description: String {
    switch self {
    case .open(let screen): "open \(screen.rawValue)"
    case .enter: "enter"
    case .back: "back"
    case .go(.at(let timestep)): "go \(timestep)"
    case .go(.by(let count)): "go \(signed(count))"
    case .go(.start): "go start"
    case .go(.first): "go first"
    case .go(.last): "go last"
    case .select(let choice): "select \(choice.text { $0 })"
    case .unit(let choice): "unit \(choice.text { "\($0)" })"
    case .observation(let choice): "observation \(choice.text { "\($0)" })"
    case .model(let choice): "model \(choice.text { $0 })"
    case .look(let choice): "look \(choice.text(\.word))"
    case .order(let choice): "order \(choice.text { $0.rawValue })"
    case .compare(let quantity): "compare \(quantity?.rawValue ?? "none")"
    case .beside(let index): "beside \(index.map(String.init) ?? "none")"
    case .play(.on): "play"
    case .play(.off): "stop"
    case .play(.toggled): "toggle play"
    case .playTo(let timestep, let milliseconds):
      "play to \(timestep)" + (milliseconds.map { " in \(seconds($0))" } ?? "")
    case .speed(let choice): "speed \(choice.text { "\($0)" })"
    case .tick: "tick"
    case .set(let layer, let flag, let value): "set \(layer).\(flag.rawValue) \(value)"
    case .toggle(let flag): "toggle \(flag.rawValue)"
    case .clamp(let quantity, let units, let value):
      "clamp \(quantity) \(units.text) \(text(value))"
    case .erase(let states, let timestep, let layer):
      "erase \(states.rawValue) \(timestep)" + (layer.map { " \($0)" } ?? "")
    case .put(let quantity, let value): "put \(quantity) \(text(value))"
    case .swap(let first, let second): "swap \(first) \(second)"
    case .start(let observation): "start \(observation.map(String.init) ?? "zero")"
    case .size(let part, let choice): "size \(part.text) \(choice.text { "\($0)" })"
    case .restore: "restore"
    case .explain: "explain"
    case .copy: "copy"
    case .value(let quantity): "value \(quantity)"
    case .evaluate: "evaluate"
    case .predict(let isOn): "predict \(isOn ? "on" : "off")"
    case .guess(let guess): "guess \(guess.rawValue)"
    case .mark(let name): "mark \(name)"
    case .to(let name): "to \(name)"
    case .stopWhere(let breakpoint):
      breakpoint.map { "break \($0.quantity) \($0.comparison.rawValue) \(text($0.bound))" }
        ?? "break none"
    case .help: "help"
    case .prompt(let text): text.isEmpty ? "prompt" : "prompt \(text)"
    case .undo: "undo"
    case .redo: "redo"
    case .lesson(let name): "lesson \(name ?? "none")"
    case .lessons: "lessons"
    case .next: "next"
    case .previous: "previous"
    case .answer(let text): "answer \(text)"
    case .hint: "hint"
    case .votes: "votes"
    case .vote(let number): "vote \(number)"
    case .quit: "quit"
    }
  }
}

extension Command.Choice {
  fileprivate func text(_ name: (Name) -> String) -> String {
    switch self {
    case .named(let value): name(value)
    case .by(let count): signed(count)
    }
  }
}

extension Command.View {
  fileprivate var word: String {
    switch self {
    case .axis(let axis): axis.rawValue
    case .quantity(let quantity): quantity.rawValue
    case .phase(let phase): "phase\(phase)"
    case .schedule(let schedule): schedule.rawValue
    case .code(let code): code.rawValue
    }
  }

  /// The way to look that a word names.
  init?(word: String) {
    if let axis = Command.Axis(rawValue: word) {
      self = .axis(axis)
    } else if let quantity = QuantityName(shown: word) {
      self = .quantity(quantity)
    } else if let schedule = Command.ScheduleName(rawValue: word) {
      self = .schedule(schedule)
    } else if let code = Command.CodeName(rawValue: word) {
      self = .code(code)
    } else if word.hasPrefix("phase"), let phase = Int(word.dropFirst(5)), (1...6).contains(phase) {
      self = .phase(phase)
    } else {
      return nil
    }
  }
}

extension Command.NetworkPart {
  fileprivate var text: String {
    switch self {
    case .features: "features"
    case .timesteps: "timesteps"
    case .units(let layer): "\(layer).units"
    case .chosenUnits: "units"
    }
  }
}

extension Command.Units {
  fileprivate var text: String {
    switch self {
    case .all: "all"
    case .these(let units): units.map(String.init).joined(separator: ",")
    }
  }

  /// `all`, `5`, `28,26,53` or `4-9`, and mixtures of the last three.
  init?(parsing word: String) {
    if word == "all" {
      self = .all
      return
    }
    guard let ranges = Self.ranges(word), !Self.areTooMany(word) else { return nil }
    self = .these(ranges.flatMap { Array($0) })
  }

  /// More than any layer that can be shown has, and little memory.
  private static let most = 100_000

  static func areTooMany(_ word: String) -> Bool {
    (ranges(word) ?? []).reduce(0) { min(most, $0) + $1.count } > most
  }

  /// The parts of a list; nil for what is none.
  private static func ranges(_ word: String) -> [ClosedRange<Int>]? {
    var ranges: [ClosedRange<Int>] = []
    for part in word.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
        WholeNumber.read($0)
      }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first <= last
      else { return nil }
      ranges.append(first...last)
    }
    return ranges
  }
}

private func signed(_ count: Int) -> String { count < 0 ? "\(count)" : "+\(count)" }

/// A number as one would type it: without a needless `.0`.
private func text(_ value: Float) -> String {
  value == value.rounded() && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
}

/// Milliseconds as seconds: `6s`, `0.5s`.
private func seconds(_ milliseconds: Int) -> String {
  milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(Double(milliseconds) / 1000)s"
}
