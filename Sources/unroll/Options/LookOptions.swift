import ArgumentParser
import Foundation
import Screen

/// How the screen looks.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "always, never, 256, 16 or 8; otherwise NO_COLOR, CLICOLOR_FORCE, CLICOLOR and the terminal "
        + "tell.",
      valueName: "colours"))
  var color: LookFlags.Colour?

  @Option(help: ArgumentHelp("dark or light, the terminal's own background.", valueName: "theme"))
  var theme: Theme?

  @Flag(help: "Use ASCII characters only.") var ascii = false

  /// Where a screen is written to by a program that has no window.
  var pictures: ScreenFiles {
    let environment = ProcessInfo.processInfo.environment
    return ScreenFiles(
      look: Look.detect(
        environment: environment, terminalColours: 256, utf8: Look.isUTF8(environment: environment),
        flags: flags))
  }

  var flags: LookFlags { LookFlags(colour: color, ascii: ascii, theme: theme) }
}
