import Kernels
import LessonPlayer
import Lessons
import ModelFiles
import Screen
import Testing
import Tutor

@testable import unroll

/// A terminal that a lesson is played in: a real one, or one in memory.
protocol LessonTerminal {
  /// Presses keys by tmux's names: Right, Enter, a.
  func press(_ keys: String...) throws
  /// Types characters as they stand.
  func type(_ text: String) throws
  /// Types a line.
  func enter(_ line: String) throws
  /// Looks until the screen is as it should be; throws where it does not come to that.
  func see(_ isRight: (String) -> Bool) throws
}

extension LessonTerminal {
  /// Looks until a text is there.
  func see(_ text: String) throws { try see { $0.contains(text) } }
}

extension TmuxSession: LessonTerminal {
  func see(_ isRight: (String) -> Bool) throws { try wait(isRight) }
}

/// The program without a terminal: keys go in, the screen is the frame that would be painted. Time
/// passes only where something is waited for.
final class MemoryTerminal: LessonTerminal {
  private(set) var session: Session
  private(set) var hasEnded = false
  private let size: Size
  private let scratch: Scratch

  init(width: Int = 110, height: Int = 34) throws {
    scratch = try Scratch()
    size = Size(width: width, height: height)
    let library = ModelLibrary(explicit: Program.source("lessons"))
    session = try Session(
      library.load("latch"), observation: nil, library: library, seed: 0, kernels: .portable,
      clipboard: Clipboard(environment: ["XDG_STATE_HOME": scratch.folder]))
    session.countsAtOnce = false
  }

  /// Shows what a newcomer is shown.
  func welcome() { session.welcome(plays: true) }

  /// Plays a lesson file from its beginning.
  func play(_ file: String) throws { try session.open(lesson: file, beginsAnew: true) }

  /// Plays a lesson that ships up to a step, with the answers shown on the way; steps count from 1, and
  /// 0 is the end.
  func play(lesson number: Int, toStep step: Int) throws {
    let files = LessonShelf(folder: Program.source("lessons")).files
    try play(files[number - 1])
    func isThere(_ play: LessonPlay) -> Bool {
      step == 0 ? play.isAtEnd : play.number == step && !play.isAtEnd
    }
    for _ in 0..<300 {
      guard let play = session.state.lesson else { break }
      if isThere(play) {
        session.completeStep()
        return
      }
      // While a line is mended n is a letter of it.
      hasEnded = !session.perform(.next)
    }
    throw ChildError(description: "there is no step \(step)")
  }

  /// Clicks on the first place at which a text stands.
  func click(on text: String) throws {
    let canvas = view(session.state, size: size)
    for (row, line) in canvas.frame.text().split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard let range = line.firstRange(of: text) else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound)
      hasEnded = !session.press(Mouse(column: column, row: row, .click), on: canvas)
      return
    }
    throw ChildError(description: "'\(text)' is not there:\n\(screen)")
  }

  /// Looks until some words are there, wherever a line ends between them.
  func read(_ words: String) throws {
    try see { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words) }
  }

  /// The line of keys.
  var footer: String { screen.split(separator: "\n").last.map(String.init) ?? "" }

  /// Where one is in the lesson, counted from 1.
  var step: Int { session.state.lesson?.number ?? 0 }

  /// The timestep that is looked at.
  var timestep: Int? { session.state.position.timestep }

  var screen: String { view(session.state, size: size).frame.text() }

  /// What was copied, a line each.
  func copied() throws -> String { try scratch.read("unroll/copied.txt") }

  func press(_ keys: String...) throws {
    for key in keys { press(Self.keys[key] ?? .character(Character(key))) }
  }

  func type(_ text: String) throws { for character in text { press(.character(character)) } }

  func enter(_ line: String) throws {
    try type(line)
    press(.enter)
  }

  private func press(_ key: Key) { if !session.press(key) { hasEnded = true } }

  func see(_ isRight: (String) -> Bool) throws {
    while !isRight(screen) {
      guard session.state.isPlaying || session.state.isCounting, session.perform(.tick) else {
        throw ChildError(description: "the screen is not as it should be:\n\(screen)")
      }
    }
  }

  private static let keys: [String: Key] = [
    "Left": .left, "Right": .right, "Up": .up, "Down": .down, "Enter": .enter, "Tab": .tab,
    "Escape": .escape, "Space": .character(" "), "Home": .home, "End": .end, "C-u": .control("u"),
  ]
}
