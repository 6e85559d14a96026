import Processes

extension Kind {
  static let terminalNames = Kind(
    name: "terminal-names",
    sentence: """
      TERM and locales of every sort: a screen that q leaves, or a sentence; nothing of a hostile \
      name reaches the terminal.
      """,
    quick: Amount(trials: 10), long: Amount(trials: terminals.count * locales.count), batch: 50
  ) { trial in
    let place = trial.index * 67 % (terminals.count * locales.count)
    let (name, locale) = (terminals[place % terminals.count], locales[place / terminals.count])
    let shown = "TERM=\(name.prefix(30)) LC_ALL=\(locale.prefix(30))"
    var program = try trial.start([], environment: ["TERM": name, "LC_ALL": locale])
    program.terminal.read(untilQuiet: 250, within: .seconds(5))
    guard let ending = program.quit() else { throw Fault("\(shown): q did not end it") }
    guard [.exit(0), .exit(1), .exit(64)].contains(ending) else {
      throw Fault("\(shown): it ended with \(ending)")
    }
    let output = program.terminal.take()
    if ending != .exit(0), output.isEmpty { throw Fault("\(shown): it said nothing") }
    if let found = HostileText.foundRaw(in: output) {
      throw Fault("\(shown): \(found) reached the terminal")
    }
  }

  private static let terminals = [
    "xterm", "xterm-256color", "xterm-16color", "xterm-mono", "screen", "screen-256color", "tmux",
    "tmux-256color", "linux", "vt52", "vt100", "vt220", "dumb", "unknown", "", "ansi", "ansi-m",
    "rxvt", "rxvt-unicode-256color", "alacritty", "xterm-kitty", "foot", "st-256color", "eterm",
    "cons25", "sun", "wyse60", "hp", "tvi950", "cygwin", "Eterm", "no-such-terminal", "../../xterm",
    "/etc/passwd", "x", "%s%n%d", "$(reboot)", String(repeating: "x", count: 20_000),
    "xterm\u{1B}[7331m", "\u{1B}]7331;hidden\u{07}", "\u{9B}7331m", "xterm\n", " xterm", "🙂",
  ]

  private static let locales = [
    "C.UTF-8", "C", "POSIX", "", "en_US.UTF-8", "en_US.ISO-8859-1", "xx_XX.nonsense", "UTF-8",
    "tr_TR.UTF-8", "\u{1B}[7331m", String(repeating: "y", count: 5000),
  ]
}
