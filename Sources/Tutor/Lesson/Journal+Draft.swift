import Vocabulary

extension Journal {
  /// What the author of a draft replaces.
  static let sentence = "Say here what to look at."

  /// A lesson that does what was done, a step for each place that was kept.
  ///
  /// `model` is what a lesson calls the model, where that is not its name; `remarks` stand at its
  /// head.
  package func draft(model: String? = nil, remarks: [String] = []) -> String {
    let opening = opening
    var lines = remarks.map { "# " + $0 }
    lines += [
      "title: Give the lesson a title",
      "model: \(Self.scalar(model ?? opening.model))",
      "observation: \(opening.observation)",
      "steps:",
    ]
    var steps: [[Command]] = [[]]
    for command in commands {
      if case .mark = command, steps[steps.count - 1].isEmpty == false { steps.append([]) }
      steps[steps.count - 1].append(command)
    }
    for commands in steps {
      lines.append("  - say: \(Self.sentence)")
      if !commands.isEmpty { lines.append("    do:") }
      lines += commands.map { "      - \(Self.scalar("\($0)"))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text as YAML takes it; in quotation marks where it would mean something else without.
  private static func scalar(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !":#\"'\\".unicodeScalars.contains($0)
      }
    guard !isPlain else { return text }
    return "'" + text.replacing("'", with: "''") + "'"
  }
}
