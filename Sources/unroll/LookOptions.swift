import ArgumentParser
import Screen

/// How the screen looks.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "256, 16, 8 or none; otherwise NO_COLOR, CLICOLOR_FORCE, CLICOLOR and the terminal tell.",
      valueName: "colours"))
  var colours: Look.Tier?

  @Option(help: ArgumentHelp("dark or light, the terminal's own background.", valueName: "theme"))
  var theme: Look.Theme?

  @Flag(help: "Use ASCII characters only.") var ascii = false

  var flags: Look.Flags { Look.Flags(tier: colours, isASCII: ascii, theme: theme) }
}

extension Look.Tier: ExpressibleByArgument {}
extension Look.Theme: ExpressibleByArgument {}
