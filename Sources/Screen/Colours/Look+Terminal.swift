extension Look {
  /// The name of a terminal kind that shows more colours than TERM says, where the environment
  /// tells that it is the truth: inside tmux, with COLORTERM, or because a flag asks for 256. nil
  /// where TERM is to be taken as it is.
  package static func richerTerminal(
    environment: [String: String], flags: LookFlags = LookFlags()
  ) -> String? {
    guard let name = environment["TERM"], ["xterm", "screen", "tmux", "rxvt"].contains(name) else {
      return nil
    }
    let insideTmux = !(environment["TMUX"] ?? "").isEmpty && name != "rxvt"
    let trueColour = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
    guard insideTmux || trueColour || flags.colour == .colours256 else { return nil }
    return name + "-256color"
  }

  /// The same look with no more colours than a terminal has.
  package func limited(toColours colours: Int) -> Look {
    var look = self
    switch (tier, colours) {
    case (_, ..<8): look.tier = .monochrome
    case (.colours256, ..<16), (.colours16, ..<16): look.tier = .colours8
    case (.colours256, ..<256): look.tier = .colours16
    default: break
    }
    return look
  }
}
