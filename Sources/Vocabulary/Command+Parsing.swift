extension Command {
  /// Reads one command.
  ///
  /// - Throws: `CommandError`, whose description says what was expected.
  package init(parsing line: some StringProtocol) throws(CommandError) {
    let words = line.split { $0.isWhitespace }.map { String($0) }
    guard let name = words.first else { throw .empty }
    guard CommandForm.all.contains(where: { $0.name == name }) else {
      throw .unknownCommand(name)
    }
    let arguments = Array(words.dropFirst())
    guard let command = Command(name: name, arguments: arguments) else {
      throw .badArguments(command: name, found: arguments.joined(separator: " "))
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

  private init?(name: String, arguments: [String]) {
    switch (name, arguments.count) {
    case ("go", 1):
      guard let place = Place(parsing: arguments[0]) else { return nil }
      self = .go(place)
    case ("select", 1): self = .select(Choice(parsing: arguments[0]) { $0 })
    case ("model", 1): self = .model(Choice(parsing: arguments[0]) { $0 })
    case ("unit", 1):
      guard let choice = Choice<Int>(number: arguments[0]) else { return nil }
      self = .unit(choice)
    case ("observation", 1):
      guard let choice = Choice<Int>(number: arguments[0]) else { return nil }
      self = .observation(choice)
    case ("speed", 1):
      guard let choice = Choice<Int>(number: arguments[0]) else { return nil }
      self = .speed(choice)
    case ("look", 1):
      if let count = signedCount(arguments[0]) {
        self = .look(.by(count))
      } else {
        guard let axis = Axis(rawValue: arguments[0]) else { return nil }
        self = .look(.named(axis))
      }
    case ("set", 2):
      // A layer's name may hold dots, a flag's never does.
      guard let dot = arguments[0].lastIndex(of: "."),
        let flag = Flag(rawValue: String(arguments[0][arguments[0].index(after: dot)...])),
        let value = truth(arguments[1])
      else { return nil }
      self = .set(layer: String(arguments[0][..<dot]), flag: flag, value: value)
    case ("toggle", 1):
      if arguments[0] == "play" {
        self = .play(.toggled)
      } else {
        guard let flag = Flag(rawValue: arguments[0]) else { return nil }
        self = .toggle(flag)
      }
    case ("play", 0): self = .play(.on)
    case ("stop", 0): self = .play(.off)
    case ("tick", 0): self = .tick
    case ("help", 0): self = .help
    case ("back", 0): self = .back
    case ("undo", 0): self = .undo
    case ("redo", 0): self = .redo
    case ("quit", 0): self = .quit
    default: return nil
    }
  }
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
        guard let timestep = Int(word) else { return nil }
        self = .at(timestep)
      }
    }
  }
}

extension Command.Choice {
  fileprivate init(parsing word: String, name: (String) -> Name) {
    if let count = signedCount(word) { self = .by(count) } else { self = .named(name(word)) }
  }
}

extension Command.Choice where Name == Int {
  fileprivate init?(number word: String) {
    if let count = signedCount(word) {
      self = .by(count)
    } else {
      guard let number = Int(word) else { return nil }
      self = .named(number)
    }
  }
}

/// A number that is written with its sign is a distance: `+1`, `-10`.
private func signedCount(_ word: String) -> Int? {
  word.hasPrefix("+") || word.hasPrefix("-") ? Int(word) : nil
}

/// Keras's `True` is as good as ours.
private func truth(_ word: String) -> Bool? {
  switch word {
  case "true", "True": true
  case "false", "False": false
  default: nil
  }
}
