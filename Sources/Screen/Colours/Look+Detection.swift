/// What the command line says about the look; nil where it says nothing.
package struct LookFlags: Hashable, Sendable {
  package enum Colour: String, Hashable, Sendable, CaseIterable {
    /// As many as the terminal has, even against NO_COLOR.
    case always
    case never
    case colours256 = "256"
    case colours16 = "16"
    case colours8 = "8"
  }
  package var colour: Colour?
  /// ASCII glyphs whatever the locale.
  package var ascii: Bool
  package var theme: Theme?

  package init(colour: Colour? = nil, ascii: Bool = false, theme: Theme? = nil) {
    self.colour = colour
    self.ascii = ascii
    self.theme = theme
  }
}

extension Look {
  /// The look for a terminal with that many colours (0 or less: none), from the environment and
  /// the command line.
  ///
  /// A flag beats NO_COLOR, NO_COLOR beats CLICOLOR_FORCE, CLICOLOR_FORCE beats CLICOLOR.
  package static func detect(
    environment: [String: String], terminalColours: Int, utf8: Bool, flags: LookFlags = LookFlags()
  ) -> Look {
    Look(
      tier: tier(environment, terminalColours, flags.colour),
      ascii: flags.ascii || !utf8,
      theme: flags.theme ?? theme(environment["COLORFGBG"]))
  }

  /// Whether the environment asks for UTF-8: the first of LC_ALL, LC_CTYPE and LANG that is set
  /// and not empty decides; none of them means no.
  package static func isUTF8(environment: [String: String]) -> Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = environment[name], !value.isEmpty else { continue }
      // language_TERRITORY.codeset@modifier, and behind it what a file may have left there: a quote.
      // By hand, as a search in a text loads what regular expressions need.
      let bytes = Array(value.lowercased().utf8)
      let codeset = bytes[(bytes.lastIndex(of: UInt8(ascii: ".")).map { $0 + 1 } ?? 0)...]
      return ["utf-8", "utf8"].contains { codeset.starts(with: $0.utf8) }
    }
    return false
  }

  private static func tier(
    _ environment: [String: String], _ terminalColours: Int, _ flag: LookFlags.Colour?
  ) -> Tier {
    let own = tier(terminalColours)
    switch flag {
    case .never: return .monochrome
    case .colours256: return .colours256
    case .colours16: return .colours16
    case .colours8: return .colours8
    case .always: return own == .monochrome ? .colours8 : own
    case nil: break
    }
    if let value = environment["NO_COLOR"], !value.isEmpty { return .monochrome }
    if let value = environment["CLICOLOR_FORCE"], !value.isEmpty, value != "0" {
      return own == .monochrome ? .colours8 : own
    }
    if environment["CLICOLOR"] == "0" { return .monochrome }
    return own
  }

  private static func tier(_ terminalColours: Int) -> Tier {
    switch terminalColours {
    case 256...: .colours256
    case 16...: .colours16
    case 8...: .colours8
    default: .monochrome
    }
  }

  /// COLORFGBG is "15;0" or "0;default;15": the last number is the ground, in the first 16
  /// colours; 7 and those from 9 on are light.
  private static func theme(_ colours: String?) -> Theme {
    guard let last = colours?.split(separator: ";").last, let ground = Int(last) else {
      return .dark
    }
    return ground == 7 || (9...15).contains(ground) ? .light : .dark
  }
}
