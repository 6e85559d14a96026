/// How a terminal can show a frame.
package struct Look: Hashable, Sendable {
  package var tier: Tier
  /// Whether only ASCII characters may be used.
  package var isASCII: Bool
  package var theme: Theme

  package init(tier: Tier, isASCII: Bool = false, theme: Theme = .dark) {
    self.tier = tier
    self.isASCII = isASCII
    self.theme = theme
  }

  /// How many colours there are.
  package enum Tier: String, CaseIterable, Hashable, Sendable {
    case colours256 = "256"
    case colours16 = "16"
    case colours8 = "8"
    case monochrome = "none"
  }

  /// What the terminal's own background is.
  package enum Theme: String, CaseIterable, Hashable, Sendable {
    case dark, light
  }
}

extension Look {
  /// What the user asked for on the command line; nil where nothing was said.
  package struct Flags: Hashable, Sendable {
    package var tier: Tier?
    package var isASCII: Bool
    package var theme: Theme?

    package init(tier: Tier? = nil, isASCII: Bool = false, theme: Theme? = nil) {
      self.tier = tier
      self.isASCII = isASCII
      self.theme = theme
    }
  }

  /// The look for a terminal.
  ///
  /// A flag beats NO_COLOR, which beats CLICOLOR_FORCE, which beats CLICOLOR. LC_ALL, LC_CTYPE and
  /// LANG, in this order, tell whether the terminal reads UTF-8; COLORFGBG, where a terminal sets
  /// it, tells the background.
  ///
  /// - Parameters:
  ///   - colours: how many the terminal's description names.
  ///   - isTerminal: whether the output is one at all.
  package init(
    flags: Flags, environment: [String: String], colours: Int, isTerminal: Bool = true
  ) {
    func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
    let able: Tier =
      colours >= 256
      ? .colours256 : colours >= 16 ? .colours16 : colours >= 8 ? .colours8 : .monochrome
    let tier: Tier
    if let asked = flags.tier {
      tier = asked
    } else if isSet("NO_COLOR") {
      tier = .monochrome
    } else if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" {
      tier = able == .monochrome ? .colours8 : able
    } else if environment["CLICOLOR"] == "0" || !isTerminal {
      tier = .monochrome
    } else {
      tier = able
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let charset = (locale ?? "").lowercased()
    let readsUTF8 = charset.contains("utf-8") || charset.contains("utf8")
    self.init(
      tier: tier, isASCII: flags.isASCII || !readsUTF8,
      theme: flags.theme ?? Self.theme(environment["COLORFGBG"]))
  }

  /// COLORFGBG is "foreground;background" in the numbers of the 16 colours.
  private static func theme(_ value: String?) -> Theme {
    guard let last = value?.split(separator: ";").last, let background = Int(last) else {
      return .dark
    }
    return background == 7 || background == 15 ? .light : .dark
  }
}
