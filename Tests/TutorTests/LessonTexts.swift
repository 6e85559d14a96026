import Lessons
import ModelFiles

@testable import LessonPlayer
@testable import Tutor

/// Small lessons for tests.
enum LessonTexts {
  /// A step that speaks, one that moves, a question, something to do by hand.
  static let four = """
    title: What leaves the lane
    model: latch
    observation: 1
    notes: Greet the room.
    steps:
      - say: Look at the *lane* of lstm2, now at t {t}.
        do:
          - select lstm2
          - go 0
        notes: Wait for the latecomers.
      - say: It moves.
        do:
          - play to 9 in 1s
        pause: 1.5
      - ask: lstm2 has return_sequences=False. What shape leaves it?
        of: lstm2.output.shape
        answer: (64)
        wrong:
          (50, 64):
            of: (timesteps, lstm2.units)
            say: That would be every hidden state.
        because: Only the last of the {timesteps} leaves.
      - try: Go to timestep 5.
        until:
          - t = 5
        solution:
          - go 5
    """

  /// A tutor at the first step of a lesson.
  static func open(_ text: String = four) throws -> State {
    let lesson = try LessonReader.read(text, "01-lane.yaml")
    guard case .named(let name) = lesson.model else { return try Models.tutor() }
    let model = try Models.load(shipped: name)
    var state = try Models.tutor(name)
    state.open(lesson, on: model)
    return state
  }
}
