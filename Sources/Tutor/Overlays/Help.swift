import Phrases
import Screen
import Vocabulary

/// The help, laid over the screen: how far it is scrolled.
package struct Help: Overlay {
  /// The line at the top.
  package private(set) var line = 0

  package func meaning(of key: Key, over explorer: Explorer) -> Meaning {
    let input =
      Keymap.digit(key, after: explorer.count).map { Input.digit($0) }
      ?? Keymap.command(for: key, in: .help, count: explorer.count).map { .command($0) }
    return input.map { .input($0) } ?? .none
  }

  package mutating func update(_ command: Command, over explorer: inout Explorer) -> Response {
    switch command {
    case .help, .back: return .closed()
    case .navigation(.go(let place)): scroll(to: place, over: explorer)
    case .navigation(.select(.by(let distance))): scroll(to: .by(distance), over: explorer)
    case .navigation(.select(.named)): break
    default: return .below
    }
    return .done()
  }

  private mutating func scroll(to place: Command.Place, over explorer: Explorer) {
    let last = HelpScreen.lastFirstLine(isFollowing: explorer.isFollowing)
    line =
      switch place {
      case .at(let line): min(max(0, line), last)
      case .by(let distance): moved(line, by: distance, within: 0...last)
      case .start, .first: 0
      case .last: last
      case .change, .day: line
      }
  }

  package func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas {
    HelpScreen.canvas(self, explorer, size: size)
  }

  /// Keys and commands, one a line.
  package func plainLines(over explorer: Explorer) -> [String]? {
    let commands = CommandForm.all.map { form in
      let name = form.arguments.isEmpty ? form.name : "\(form.name) \(form.arguments)"
      return "\(name): \(form.summary)"
    }
    return [HelpPhrases.opening] + commands
      + Keymap.groups.filter { explorer.isFollowing || !$0.isForFollowing }.map {
        HelpPhrases.key($0.keys, does: $0.summary)
      }
  }
}
