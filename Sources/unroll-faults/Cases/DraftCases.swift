// A session that is written as the draft of a lesson.
extension NamedCase {
  static let drafts: [NamedCase] = [
    NamedCase("a saved session of an input whose name holds keys") { trial in
      let name = "a\nnotes: injected\nminutes: 7\n#.csv"
      let text = try draft(trial, input: name, lines: "go 3\n")
      guard !text.contains("\nnotes: injected") else { throw Fault("the name became a key") }
    },
    NamedCase("a saved session with escapes in a mark and in a name") { trial in
      _ = try draft(
        trial, input: "a\u{1B}[2J.csv", lines: "mark \u{1B}[2J\nmark \u{202E}x\ngo 3\n")
    },
    NamedCase("a saved session of marks that YAML would read as more than text") { trial in
      let marks = ["'", "\"", "{a}", "[1]", "# x", ": ", "- a", "!!int", "&a", "*a", "|", "%"]
      _ = try draft(trial, input: nil, lines: marks.map { "mark \($0)\n" }.joined())
    },
    NamedCase("escapes in lines of --plain") { trial in
      let lines = "select \u{1B}[2J\u{1B}[31m\nto \u{9B}2J\nmodel \u{07}\u{202E}x\n"
      let outcome = try trial.run(["--plain"], input: Array(lines.utf8))
      try Unclean.check(try outcome.expect(0), "--plain")
    },
  ]

  private static func draft(_ trial: Trial, input: String?, lines: String) throws -> String {
    let rows = (0..<50).map { _ in "1,0,0,0,0,0,0,0,0,0" }.joined(separator: "\n")
    if let input { try trial.write(input, rows) }
    try trial.run(
      ["--plain", "--save-session", "draft.yaml"] + (input.map { ["--input", $0] } ?? []),
      input: Array(lines.utf8)
    ).expect(0)
    let bytes = trial.read("draft.yaml") ?? []
    if let found = Unclean.first(in: bytes) { throw Fault("the draft holds \(found)") }
    try trial.run(["check", "draft.yaml", "--lessons", Program.lessons]).expect(0)
    return String(decoding: bytes, as: UTF8.self)
  }
}
