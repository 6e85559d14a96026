import LessonPlayer
import Tutor

/// How the event loop plays a lesson by itself.
struct Playback {
  enum Mode {
    /// Keys alone go on.
    case byKeys
    /// It goes on when a step is read.
    case byItself
    /// A key ended that.
    case interrupted
  }

  /// How long a stand stays as a visitor left it.
  static let patience = Duration.seconds(60)

  var mode = Mode.byKeys
  var pace = ReadingTime()
  var speed = 1.0
  /// Whether an interrupted lesson begins again once nobody presses a key.
  var resumes = false

  mutating func interrupt() {
    if mode == .byItself { mode = .interrupted }
  }

  /// Whether the lesson goes on by itself just now.
  func isRunning(_ state: State, goesOnAtEnd: Bool) -> Bool {
    guard mode == .byItself, let play = state.lesson else { return false }
    return goesOnAtEnd || !play.isAtEnd
  }

  /// How long the present screen stands; nil for ever.
  func wait(_ state: State, goesOnAtEnd: Bool) -> Duration? {
    switch mode {
    case .byKeys: return nil
    case .interrupted: return resumes ? Self.patience / speed : nil
    case .byItself:
      guard isRunning(state, goesOnAtEnd: goesOnAtEnd) else { return nil }
      // A training takes its time; what it comes to is read then.
      if state.explorer.isTraining { return nil }
      return pace.milliseconds(state).map { .milliseconds($0) / speed }
    }
  }

  /// From one timestep to the next while something moves.
  func interval(_ state: State) -> Duration {
    .milliseconds(state.explorer.motion.milliseconds) / speed
  }
}
