import Screen
import Vocabulary

// The line in which commands are typed, laid over whatever is open.
extension Prompt: Overlay {
  /// Whoever is typing is not to be interrupted: every key belongs to the line.
  package func meaning(of key: Key, over explorer: Explorer) -> Meaning { .input(.typed(key)) }

  package mutating func update(_ command: Command, over explorer: inout Explorer) -> Response {
    .below
  }

  package mutating func type(_ key: Key, over explorer: inout Explorer) -> Response {
    switch press(key, completions: explorer.completions(of:)) {
    case .editing: .done()
    case .cancelled: .closed()
    case .entered(let line): .entered(line)
    }
  }

  package func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas {
    var canvas = below()
    PromptLine.draw(self, explorer, on: &canvas)
    // Whoever is typing is not to be moved away.
    canvas.ignoreMouse()
    return canvas
  }
}
