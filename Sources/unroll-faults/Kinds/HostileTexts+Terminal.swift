import Processes

extension Kind {
  /// Texts that are typed or pasted in a terminal: the program lives, and what it answers holds none
  /// of their sequences.
  static func typed(_ trial: inout Trial, at place: Place, isPasted: Bool) throws {
    var program = try place.open(trial)
    _ = program.terminal.take()
    for count in 1...trial.each {
      let text = HostileText.keys(&trial.chance)
      if place == .prompt { program.terminal.press(":") }
      if isPasted { program.terminal.press("\u{1B}[200~") }
      program.terminal.press(text)
      if isPasted { program.terminal.press("\u{1B}[201~") }
      program.terminal.press(trial.chance.oneIn(3) ? "\u{7F}\u{7F}\u{7F}\r" : "\r")
      program.terminal.read(within: count % 10 == 0 ? 50 : 0)
      if let ending = program.child.hasEnded() {
        throw Fault("\(place): it ended with \(ending) after \(text)")
      }
    }
    program.terminal.read(untilQuiet: 100, within: .seconds(2))
    try check(&program, place)
    try program.expectQuit("\(place)")
  }

  private static func check(_ program: inout ProgramInTerminal, _ place: Place) throws {
    guard let found = HostileText.foundRaw(in: program.terminal.take()) else { return }
    throw Fault("\(place): \(found) reached the terminal")
  }
}

/// A text as JSON writes it.
enum JSONText {
  static func quoted(_ text: String) -> String {
    let body = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"", "\\": return "\\\(scalar)"
      case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: return String(scalar)
      }
    }
    return "\"" + body.joined() + "\""
  }
}
