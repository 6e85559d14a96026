import ArgumentParser
import LessonPlayer
import Screen
import Terminal
import Tutor
import Vocabulary

/// Waits for keys, paints frames, and lets time in while something moves or a lesson plays by itself.
struct EventLoop {
  /// Why the loop ended.
  enum End: Equatable {
    case quit
    case inputEnded
    case signal(Int32)

    /// Ends the program as it came to its end, once the terminal is whole again.
    ///
    /// - Throws: an exit code unless the user left.
    func finish() throws {
      if case .signal(let number) = self { Terminal.raiseAgain(number) }
      if self != .quit { throw ExitCode.failure }
    }
  }

  /// How often a watched file is looked at.
  private static let lookInterval = Duration.milliseconds(500)
  /// How often it is asked whether steps of a training are done.
  private static let trainingInterval = Duration.milliseconds(10)
  /// How long after a frame keys that keep coming may keep the next one from being drawn.
  private static let longestBurst = Duration.milliseconds(100)

  let terminal: Terminal
  private(set) var session: Session
  var playback = Playback()
  /// The file of the open lesson, where it is to be read again once it changes.
  var watch: FileWatch?
  var notes: NotesWriter?
  /// What reads the model again whenever a training writes it.
  var follower: ModelFollower?
  /// What trains a network beside the interface.
  private let worker = TrainingWorker()
  /// Whether the terminal is asked to take what is copied into its clipboard.
  var copiesToTerminal = false
  private let clock = ContinuousClock()
  /// When the tutor moves on, when the lesson does, and when the files are looked at; nil for never.
  private var nextTick: ContinuousClock.Instant?
  private var nextStep: ContinuousClock.Instant?
  private var nextLook: ContinuousClock.Instant?
  private var nextReading: ContinuousClock.Instant?
  private var nextTraining: ContinuousClock.Instant?
  private var lastShown: ContinuousClock.Instant
  /// What is on the screen: a click is meant for what one sees.
  private var shown: Canvas?

  init(terminal: Terminal, session: Session) {
    self.terminal = terminal
    self.session = session
    self.session.countsAtOnce = false
    self.session.trainsBeside = true
    lastShown = clock.now
  }

  mutating func run() -> End {
    defer { session.keepProgress() }
    var isChanged = true
    while true {
      switch next(isChanged) {
      case .key(let key):
        playback.interrupt()
        nextStep = nil
        guard press(key) else { return .quit }
        isChanged = true
      case .timedOut:
        switch passTime() {
        case nil: return .quit
        case let changed?: isChanged = changed
        }
      case .resized, .resumed: isChanged = true
      case .ended(.signal(let number)): return .signal(number)
      case .ended: return .inputEnded
      }
    }
  }

  /// What happens next. Where a frame was drawn just now, all that lies in the input comes before the next:
  /// of a burst of keys only where it leads is drawn, and something every tenth of a second.
  private mutating func next(_ isChanged: Bool) -> Event {
    if isChanged {
      let event = terminal.next(timeout: 0)
      if event != .timedOut, clock.now < lastShown + Self.longestBurst { return event }
      show()
      lastShown = clock.now
      if event != .timedOut { return event }
    }
    setTimes()
    return terminal.next(
      timeout: milliseconds(until: [nextTick, nextStep, nextLook, nextReading, nextTraining]))
  }

  private mutating func show() {
    // What is on the screen is kept, whatever comes then.
    session.keepProgress()
    if copiesToTerminal, let text = session.copied {
      session.copied = nil
      terminal.copy(text)
    }
    if let fault = notes?.write(session.state) { session.say(fault) }
    var state = session.state
    if playback.isRunning(state, goesOnAtEnd: session.goesOnAtEnd) {
      state.lesson?.goesOnByItself = true
    }
    session.window = terminal.size
    let canvas = view(state, size: terminal.size)
    terminal.paint(canvas.frame)
    shown = canvas
  }

  private mutating func press(_ key: Key) -> Bool {
    if case .mouse(let mouse) = key {
      return shown.map { session.press(mouse, on: $0) } ?? true
    }
    return session.press(key)
  }

  // MARK: - Time

  private mutating func setTimes() {
    let now = clock.now
    let isPlaying = session.state.isPlaying
    if !isPlaying, !session.state.isCounting {
      nextTick = nil
    } else if nextTick == nil {
      nextTick = now + interval
    }
    if isPlaying {
      nextStep = nil
    } else if nextStep == nil {
      let wait = playback.wait(session.state, goesOnAtEnd: session.goesOnAtEnd)
      nextStep = wait.map { now + $0 }
    }
    if watch != nil, nextLook == nil { nextLook = now + Self.lookInterval }
    if let follower, nextReading == nil { nextReading = now + follower.wait }
    if session.training == nil, worker.isIdle {
      nextTraining = nil
    } else if nextTraining == nil {
      nextTraining = worker.isIdle ? now : now + Self.trainingInterval
    }
  }

  /// Does what is due.
  ///
  /// - Returns: whether anything changed; nil once the program is to end.
  private mutating func passTime() -> Bool? {
    var changed = false
    if let due = nextTick, due <= clock.now {
      guard session.perform(.tick) else { return nil }
      nextTick = max(due + interval, clock.now)
      changed = true
    }
    if let due = nextStep, due <= clock.now {
      nextStep = nil
      changed = true
      if playback.mode == .interrupted {
        playback.mode = .byItself
        session.beginAgain()
      } else if !session.goOn() {
        return nil
      }
    }
    if let due = nextLook, due <= clock.now {
      nextLook = nil
      if let file = session.state.lesson?.lesson.file, watch?.hasChanged(file) == true {
        session.readAgain()
        notes?.forget()
        nextStep = nil
        changed = true
      }
    }
    if let due = nextReading, due <= clock.now {
      nextReading = nil
      let now = clock.now
      if let news = follower?.look(at: now) {
        session.take(news)
        changed = true
      }
    }
    if let due = nextTraining, due <= clock.now {
      nextTraining = nil
      if let outcome = worker.take() {
        session.take(outcome)
        changed = true
      }
      if worker.isIdle, let training = session.training { worker.begin(training) }
    }
    return changed
  }

  /// From one tick to the next; what is only counted waits for keys alone.
  private var interval: Duration {
    session.state.isPlaying ? playback.interval(session.state) : .zero
  }

  /// Milliseconds until the first of them; nil where there is none.
  private func milliseconds(until instants: [ContinuousClock.Instant?]) -> Int? {
    instants.compactMap { $0 }.min().map { instant in
      let left = (instant - clock.now).components
      let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
      return max(0, Int(milliseconds) + 1)
    }
  }
}
