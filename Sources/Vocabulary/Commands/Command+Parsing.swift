import Wording

extension Command {
  /// Reads one command.
  ///
  /// - Throws: `CommandError`, whose description says what was expected.
  package init(parsing line: some StringProtocol) throws(CommandError) {
    let words = words(of: String(line))
    guard let name = words.first else { throw .empty }
    guard let form = CommandForm.all.first(where: { $0.name == name }) else {
      throw .unknownCommand(name, nearest: likeliest(name))
    }
    let arguments = Array(words.dropFirst())
    guard let command = try form.read(arguments) else {
      let found = arguments.joined(separator: " ")
      throw WholeNumber.beyond(in: found).map { .tooLarge($0) }
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
}

/// The commands that a word may be meant for: the one a slip of the fingers away, and those that begin
/// with it, the shortest first, four at most.
private func likeliest(_ word: String) -> [String] {
  let names = CommandForm.all.map(\.name)
  let slip = nearest(to: word, in: names).map { [$0] } ?? []
  let begun = names.filter { $0.hasPrefix(word.lowercased()) && !slip.contains($0) }
    .sorted { ($0.count, $0) < ($1.count, $1) }
  return Array((slip + begun).prefix(4))
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
