import ArgumentParser
import Foundation
import Screen
import Tutor

/// `unroll frame`: the screen, printed.
struct PrintFrame: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame",
    abstract: "Print the screen that the tutor would show.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, ansi, svg
  }

  @OptionGroup var model: ModelOptions
  @OptionGroup var opening: OpeningOptions

  @Option(help: ArgumentHelp("The size in characters.", valueName: "columns x rows"))
  var size = FrameSize(size: Size(width: 100, height: 30))

  @Option(help: "text, ansi with colours, or svg, a picture.")
  var format = Format.text

  @OptionGroup var looks: LookOptions

  func run() throws {
    let commands = try opening.parsed()
    let library = model.library()
    // What is printed is compared and put into files: it is to be the same on every machine.
    var session = try Session(
      try model.load(from: library), observation: opening.observation, library: library,
      seed: model.seed, kernels: .portable)
    _ = try session.run(commands)
    let environment = ProcessInfo.processInfo.environment
    // Colours that were asked for in so many words go into a pipe as well.
    let look = Look.detect(
      environment: environment, terminalColours: 256, utf8: Look.isUTF8(environment: environment),
      flags: looks.flags)
    // Characters alone cannot tell two values in one cell apart.
    session.show(
      on: format == .text ? Look(tier: .monochrome) : format == .svg ? Look() : look)
    let frame = view(session.state, size: size.size).frame
    let text =
      switch format {
      case .text: frame.text(ascii: look.ascii)
      case .ansi: frame.ansi(look)
      case .svg: frame.svg(theme: look.theme, title: "Unroll")
      }
    try Output.write(Data(text.utf8))
  }
}

/// A size written as `100x30`.
struct FrameSize: ExpressibleByArgument {
  let size: Size

  /// The largest side that is drawn: larger than any terminal, small enough for any memory.
  static let most = 1000

  init(size: Size) { self.size = size }

  init?(argument: String) {
    let sides = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1],
      (0...Self.most).contains(width), (0...Self.most).contains(height)
    else { return nil }
    size = Size(width: width, height: height)
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}
