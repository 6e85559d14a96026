import Engine

extension Command {
  /// Reads one command.
  ///
  /// - Throws: `CommandError`, whose description says what was expected.
  package init(parsing line: some StringProtocol) throws(CommandError) {
    let words = words(of: String(line))
    guard let name = words.first else { throw .empty }
    guard CommandForm.all.contains(where: { $0.name == name }) else {
      throw .unknownCommand(name)
    }
    let arguments = Array(words.dropFirst())
    guard let command = Command(name: name, arguments) else {
      let found = arguments.joined(separator: " ")
      if name == "clamp", let word = arguments.dropFirst().first, Units.areTooMany(word) {
        throw .tooManyUnits
      }
      throw WholeNumber.refusal(of: found).map { .tooLarge($0) }
        ?? .badArguments(command: name, found: found)
    }
    self = command
  }

  /// Reads several commands with `;` between them. A `;` at the end is no further command.
  ///
  /// - Throws: the first `CommandError`; then none of the commands is to be carried out.
  package static func list(parsing text: String) throws(CommandError) -> [Command] {
    var parts = text.split(separator: ";", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.allSatisfy(\.isWhitespace) == true { parts.removeLast() }
    var commands: [Command] = []
    for part in parts { commands.append(try Command(parsing: part)) }
    return commands
  }

  private init?(name: String, _ arguments: [String]) {
    let first = arguments.first ?? ""
    let command: Command? =
      switch (name, arguments.count) {
      case ("open", 1): ScreenName(rawValue: first).map(Command.open)
      case ("enter", 0): .enter
      case ("back", 0): .back
      case ("go", 1): Place(parsing: first).map(Command.go)
      case ("select", 1): Choice(first, { $0 }).map(Command.select)
      case ("unit", 1): Choice(first, WholeNumber.read).map(Command.unit)
      case ("observation", 1): Choice(first, WholeNumber.read).map(Command.observation)
      case ("model", 1): Choice(first, { $0 }).map(Command.model)
      case ("look", 1): Choice(first, View.init(word:)).map(Command.look)
      case ("order", 1): Choice(first, UnitOrder.init(rawValue:)).map(Command.order)
      case ("compare", 1): optional(first, QuantityName.init(shown:)).map(Command.compare)
      case ("beside", 1): optional(first, WholeNumber.read).map(Command.beside)
      case ("play", 0): .play(.on)
      case ("play", 2) where first == "to":
        WholeNumber.read(arguments[1]).map { .playTo($0, milliseconds: nil) }
      case ("play", 4) where first == "to" && arguments[2] == "in":
        WholeNumber.read(arguments[1]).flatMap { place in
          milliseconds(arguments[3]).map { .playTo(place, milliseconds: $0) }
        }
      case ("stop", 0): .play(.off)
      case ("speed", 1): Choice(first, WholeNumber.read).map(Command.speed)
      case ("tick", 0): .tick
      default: Command(changing: name, arguments) ?? Command(asking: name, arguments)
      }
    guard let command else { return nil }
    self = command
  }

  private init?(changing name: String, _ arguments: [String]) {
    let first = arguments.first ?? ""
    let last = arguments.last ?? ""
    let command: Command? =
      switch (name, arguments.count) {
      case ("set", 2):
        flag(first).flatMap { layer, flag in
          truth(last).map { .set(layer: layer, flag: flag, value: $0) }
        }
      case ("toggle", 1):
        first == "play" ? .play(.toggled) : Flag(rawValue: first).map(Command.toggle)
      case ("clamp", 3):
        Quantity(parsing: first).flatMap { quantity in
          Units(parsing: arguments[1]).flatMap { units in
            number(last).map { .clamp(quantity, units: units, value: $0) }
          }
        }
      case ("erase", 2), ("erase", 3):
        ErasedStates(rawValue: first).flatMap { states in
          WholeNumber.read(arguments[1]).map {
            .erase(states, timestep: $0, layer: arguments.count == 3 ? last : nil)
          }
        }
      case ("put", 2):
        Quantity(parsing: first).flatMap { quantity in
          number(last).map { .put(quantity, $0) }
        }
      case ("swap", 2):
        WholeNumber.read(first).flatMap { one in WholeNumber.read(last).map { .swap(one, $0) } }
      case ("start", 1): first == "zero" ? .start(nil) : WholeNumber.read(first).map { .start($0) }
      case ("size", 2):
        Choice(last, WholeNumber.read).flatMap { choice in
          part(first).map { .size($0, choice) }
        }
      case ("restore", 0): .restore
      default: nil
      }
    guard let command else { return nil }
    self = command
  }

  private init?(asking name: String, _ arguments: [String]) {
    let first = arguments.first ?? ""
    let command: Command? =
      switch (name, arguments.count) {
      case ("explain", 0): .explain
      case ("copy", 0): .copy
      case ("value", 1): Quantity(parsing: first).map(Command.value)
      case ("evaluate", 0): .evaluate
      case ("predict", 1): first == "on" ? .predict(true) : first == "off" ? .predict(false) : nil
      case ("guess", 1): Guess(rawValue: first).map(Command.guess)
      case ("mark", 1): .mark(first)
      case ("to", 1): .to(first)
      case ("break", 1): first == "none" ? .stopWhere(nil) : nil
      case ("break", 3):
        Quantity(parsing: first).flatMap { quantity in
          Breakpoint.Comparison(rawValue: arguments[1]).flatMap { comparison in
            number(arguments[2]).map { .stopWhere(Breakpoint(quantity, comparison, $0)) }
          }
        }
      case ("help", 0): .help
      case ("prompt", _): .prompt(arguments.joined(separator: " "))
      case ("lesson", 1): .lesson(first == "none" ? nil : first)
      case ("lessons", 0): .lessons
      case ("next", 0): .next
      case ("previous", 0): .previous
      case ("answer", 1...): .answer(arguments.joined(separator: " "))
      case ("hint", 0): .hint
      case ("votes", 0): .votes
      case ("vote", 1): WholeNumber.read(first).map(Command.vote)
      case ("undo", 0): .undo
      case ("redo", 0): .redo
      case ("quit", 0): .quit
      default: nil
      }
    guard let command else { return nil }
    self = command
  }
}

/// The words of a line; spaces inside brackets belong to an address.
private func words(of line: String) -> [String] {
  var words: [String] = []
  var word = String.UnicodeScalarView()
  var depth = 0
  // By scalars: a mark that joins the space before it is one character with it.
  for scalar in line.unicodeScalars {
    if scalar == "[" { depth += 1 }
    if scalar == "]" { depth -= 1 }
    if scalar.properties.isWhitespace, depth <= 0 {
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
    } else {
      word.append(scalar)
    }
  }
  return word.isEmpty ? words : words + [String(word)]
}

extension Command.Place {
  fileprivate init?(parsing word: String) {
    switch word {
    case "start": self = .start
    case "first": self = .first
    case "last": self = .last
    default:
      if let count = signedCount(word) {
        self = .by(count)
      } else {
        guard let timestep = WholeNumber.read(word) else { return nil }
        self = .at(timestep)
      }
    }
  }
}

extension Command.Choice {
  fileprivate init?(_ word: String, _ name: (String) -> Name?) {
    if let count = signedCount(word) {
      self = .by(count)
    } else {
      guard let value = name(word) else { return nil }
      self = .named(value)
    }
  }
}

/// A number that is written with its sign is a distance: `+1`, `-10`.
private func signedCount(_ word: String) -> Int? {
  word.hasPrefix("+") || word.hasPrefix("-") ? WholeNumber.read(word) : nil
}

/// `none`, or a value; nil for a word that is neither.
private func optional<Value>(_ word: String, _ value: (String) -> Value?) -> Value?? {
  word == "none" ? .some(nil) : value(word).map { .some($0) }
}

/// A number that a network can hold.
private func number(_ word: String) -> Float? {
  Float(word).flatMap { $0.isFinite ? $0 : nil }
}

/// `6s` or `0.5s`, up to ten minutes.
private func milliseconds(_ word: String) -> Int? {
  guard word.hasSuffix("s"), let seconds = Double(word.dropLast()), (0...600).contains(seconds)
  else { return nil }
  return Int((seconds * 1000).rounded())
}

/// Keras's `True` is as good as ours.
private func truth(_ word: String) -> Bool? {
  switch word {
  case "true", "True": true
  case "false", "False": false
  default: nil
  }
}

/// `LAYER.return_sequences`; a layer's name may hold dots, a flag's never does.
private func flag(_ word: String) -> (String, Command.Flag)? {
  guard let dot = word.lastIndex(of: "."),
    let flag = Command.Flag(rawValue: String(word[word.index(after: dot)...]))
  else { return nil }
  return (String(word[..<dot]), flag)
}

private func part(_ word: String) -> Command.NetworkPart? {
  switch word {
  case "features": .features
  case "timesteps": .timesteps
  case "units": .chosenUnits
  default: word.hasSuffix(".units") ? .units(layer: String(word.dropLast(6))) : nil
  }
}
