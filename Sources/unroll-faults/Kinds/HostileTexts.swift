import Processes

extension Kind {
  static let hostileTexts = Kind(
    name: "hostile-texts",
    sentence: """
      Escapes, invisible, turning and joining characters and bytes that are no text, through every \
      way in: nothing of them comes out raw, and a saved session is a lesson that check reads.
      """,
    quick: Amount(trials: channels.count, each: 8), long: Amount(trials: 400, each: 50)
  ) { trial in
    try channels[trial.index % channels.count].run(&trial)
  }

  private typealias Channel = (name: String, run: @Sendable (inout Trial) throws -> Void)

  /// The ways in, each of them with `each` texts.
  private static let channels: [Channel] = [
    ("lines of --plain", lines), ("--do", { try each(&$0) { ["--plain", "--do", $0] } }),
    ("file names", fileNames), ("layer names", layerNames), ("csv headers", headers),
    ("lesson texts", lessons), ("saved sessions", drafts), ("environment", variables),
    ("prompt", { try typed(&$0, at: .prompt, isPasted: false) }),
    ("pastes", { try typed(&$0, at: .prompt, isPasted: true) }),
    ("answers", { try typed(&$0, at: .question, isPasted: false) }),
    ("answers of --plain", answers),
  ]

  private static func each(_ trial: inout Trial, _ arguments: (String) -> [String]) throws {
    for _ in 0..<trial.each {
      let bytes = HostileText.bytes(&trial.chance, hasNull: false)
      let words = arguments(String(decoding: bytes, as: UTF8.self))
      try Unclean.check(try trial.run(words), words.joined(separator: " "))
    }
  }

  private static func lines(_ trial: inout Trial) throws {
    let words = ["", "select ", "mark ", "to ", "value ", "model ", "lesson ", "prompt ", "put "]
    var input: [UInt8] = []
    for _ in 0..<trial.each {
      input += Array(trial.chance.pick(words).utf8) + HostileText.bytes(&trial.chance) + [0x0A]
    }
    try Unclean.check(try trial.run(["--plain"], input: input), "--plain, trial \(trial.index)")
  }

  private static func answers(_ trial: inout Trial) throws {
    var input: [UInt8] = []
    for _ in 0..<trial.each {
      input += HostileText.bytes(&trial.chance) + [0x0A]
      if trial.chance.oneIn(4) { input.append(0x0A) }
    }
    try Unclean.check(
      try trial.run(["play", "1", "--plain"], input: input), "play --plain, trial \(trial.index)")
  }

  private static func fileNames(_ trial: inout Trial) throws {
    let endings = ["", ".csv", ".yaml", ".json", ".npy", ".safetensors", ".h5", ".keras"]
    for _ in 0..<trial.each {
      let ending = trial.chance.pick(endings)
      let bytes = HostileText.bytes(&trial.chance, hasNull: false).filter { $0 != 0x2F }
      let name = "./" + String(decoding: bytes.prefix(200), as: UTF8.self) + ending
      // Half of them are there, and hold what no reader takes.
      if trial.chance.oneIn(2) { _ = try? trial.write(name, HostileText.text(&trial.chance)) }
      let arguments = trial.chance.pick([
        ["summary", "--model", name], ["frame", "--input", name], ["trace", "--weights", name],
        ["--plain", "--input", name], ["check", name], ["play", "--plain", name],
        ["trace", "-o", name + "/none"], ["record", "1", "-o", name + "/none"],
        ["--save-session", name + "/none", "--plain"], ["lessons", "--lessons", name],
        [name], ["play", "1", "--notes", name + "/none"],
      ])
      try Unclean.check(try trial.run(arguments), arguments.joined(separator: " "))
    }
  }

  private static func layerNames(_ trial: inout Trial) throws {
    for _ in 0..<max(1, trial.each / 5) {
      var text = "network:\n  input: {timesteps: 4, features: 2}\n  layers:\n"
      for _ in 0..<5 {
        let name = HostileText.text(&trial.chance, most: 4)
        text += "    - lstm: \(JSONText.quoted(name))\n      units: 3\n"
        text += "      return_sequences: true\n"
      }
      let file = try trial.write("model.yaml", text)
      let command = trial.chance.pick([["summary"], ["frame"], ["--plain"], ["trace"]])
      try Unclean.check(try trial.run(command + ["--model", file]), "layer names: \(text)")
    }
  }

  private static func headers(_ trial: inout Trial) throws {
    let names = (0..<10).map { _ in
      "\"" + HostileText.text(&trial.chance, hasLineEnds: true).replacing("\"", with: "\"\"") + "\""
    }
    let rows = (0..<50).map { _ in "1,0,0,0,0,0,0,0,0,0" }
    let file = try trial.write(
      "days.csv", ([names.joined(separator: ",")] + rows).joined(separator: "\n"))
    for command in [["frame"], ["--plain"], ["frame", "--do", "open layer; look input; explain"]] {
      try Unclean.check(
        try trial.run(command + ["--input", file]), "names in a csv file: \(names)")
    }
  }

  private static func lessons(_ trial: inout Trial) throws {
    var text = "title: \(JSONText.quoted(HostileText.text(&trial.chance)))\nsteps:\n"
    for _ in 0..<trial.each {
      let quotes = trial.chance.oneIn(2)
      let say = HostileText.text(&trial.chance)
      text += "  - say: \(quotes ? JSONText.quoted(say) : say)\n"
      if trial.chance.oneIn(3) { text += "    notes: \(JSONText.quoted(say))\n" }
    }
    let file = try trial.write("lesson.yaml", text)
    for command in [["check", file], ["play", "--plain", file], ["play", "--transcript", file]] {
      try Unclean.check(try trial.run(command), "a lesson, trial \(trial.index)")
    }
  }

  private static func drafts(_ trial: inout Trial) throws {
    let name = "./" + HostileText.text(&trial.chance, most: 5).filter { $0 != "/" }.prefix(40)
    let rows = (0..<50).map { _ in "1,0,0,0,0,0,0,0,0,0" }.joined(separator: "\n")
    let input = name + ".csv"
    let hasInput = !input.contains("\0") && (try? trial.write(input, rows)) != nil
    var lines: [UInt8] = []
    for count in 1...trial.each {
      let text = HostileText.bytes(&trial.chance, most: 4)
      lines += Array("mark ".utf8) + text + Array("\ngo \(count % 40)\n".utf8)
    }
    let draft = trial.path("draft.yaml")
    let outcome = try trial.run(
      ["--plain", "--save-session", draft] + (hasInput ? ["--input", input] : []), input: lines)
    try Unclean.check(outcome, "--save-session, trial \(trial.index)")
    if let found = Unclean.first(in: trial.read("draft.yaml") ?? []) {
      throw Fault("a saved session holds \(found)")
    }
    let check = try trial.run(["check", draft, "--lessons", Program.lessons])
    guard check.ending == .exit(0) else {
      throw Fault("check refuses a saved session: \(check.errorText)")
    }
  }

  private static func variables(_ trial: inout Trial) throws {
    let names = [
      "UNROLL_LESSONS", "HOME", "XDG_STATE_HOME", "TERM", "LC_ALL", "LANG", "COLORTERM", "NO_COLOR",
      "COLORFGBG", "COLUMNS", "LINES", "PATH",
    ]
    for _ in 0..<trial.each {
      let value = String(
        decoding: HostileText.bytes(&trial.chance, hasNull: false), as: UTF8.self)
      let name = trial.chance.pick(names)
      let command = trial.chance.pick([
        ["lessons"], ["frame"], ["--plain"], ["summary"], ["play", "1"], ["--help"],
      ])
      try Unclean.check(
        try trial.run(command, environment: [name: value]), "\(name)=\(value) \(command)")
    }
  }
}
