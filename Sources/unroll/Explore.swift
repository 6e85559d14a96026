import ArgumentParser
import Foundation
import Screen
import Terminal
import Tutor
import Vocabulary

/// `unroll`: the tutor in the terminal.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Open the tutor in the terminal. This is what unroll does without a subcommand.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var opening: OpeningOptions
  @OptionGroup var looks: LookOptions

  @Flag(help: "Let y ask the terminal to take what is copied into its clipboard (OSC 52).")
  var osc52 = false

  @Flag(
    help: """
      Print what the screen shows in lines of words, for screen readers and pipes. Without --do it \
      then reads a command from each line of standard input and answers it.
      """)
  var plain = false

  func run() throws {
    let commands = try opening.parsed()
    let library = model.library()
    var session = try Session(
      try model.load(from: library), observation: opening.observation, library: library,
      seed: model.seed, clipboard: Clipboard(asksTerminal: osc52))
    guard try session.run(commands) else { return }
    if plain {
      try PlainLoop(session: session).run(readsCommands: opening.commands == nil)
      return
    }
    let terminal = try Terminal(
      environment: ProcessInfo.processInfo.environment, flags: looks.flags)
    session.show(on: terminal.look)
    session.keepsProgress = true
    session.offerFirstLesson()
    let end = EventLoop(terminal: terminal, session: session).run()
    terminal.leave()
    if case .signal(let signal) = end { Terminal.raiseAgain(signal) }
    if end != .quit { throw ExitCode.failure }
  }
}

/// Waits for keys, paints frames, and lets time in while the tutor plays.
struct EventLoop {
  /// Why the loop ended.
  enum End: Equatable {
    case quit
    case inputEnded
    case signal(Int32)
  }

  let terminal: Terminal
  var session: Session
  private let clock = ContinuousClock()

  init(terminal: Terminal, session: Session) {
    self.terminal = terminal
    self.session = session
  }

  consuming func run() -> End {
    var nextTick: ContinuousClock.Instant?
    while true {
      terminal.paint(view(session.state, size: terminal.size))
      switch terminal.next(timeout: milliseconds(until: nextTick)) {
      case .key(.mouse(let mouse)):
        guard session.press(mouse, size: terminal.size) else { return .quit }
      case .key(let key):
        guard session.press(key) else { return .quit }
      case .timedOut:
        _ = session.perform(.tick)
        nextTick = nextTick.map { max($0 + interval, clock.now) }
      case .resized, .resumed: break
      case .ended(.signal(let number)): return .signal(number)
      case .ended: return .inputEnded
      }
      if !session.state.isPlaying {
        nextTick = nil
      } else if nextTick == nil {
        nextTick = clock.now + interval
      }
    }
  }

  private var interval: Duration { .milliseconds(session.state.interval) }

  private func milliseconds(until instant: ContinuousClock.Instant?) -> Int? {
    instant.map { instant in
      let left = (instant - clock.now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      return max(0, Int(milliseconds) + 1)
    }
  }
}
