import Screen
import Terminal
import Tutor
import Vocabulary

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
