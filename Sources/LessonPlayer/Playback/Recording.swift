import Kernels
import Lessons
import ModelFiles
import Screen
import Tutor

/// A lesson that plays itself, on a clock that is only a number: every moment at which the screen
/// changes, without waiting and without a terminal.
///
/// Made with the portable kernels, it is the same on every machine.
package struct Recording: Sequence, IteratorProtocol {
  /// The screen at a time.
  package struct Scene {
    /// Since the beginning.
    package let milliseconds: Int
    package let state: State
    /// The step that begins here, as number and first words; nil within a step.
    package let marker: String?
  }

  /// The size that every part of a lesson needs.
  package static let least = NetworkLayout.minimum

  private var state: State
  private let pace: ReadingTime
  private var clock = 0
  private var marked: Int?
  private var isOver = false

  /// Throws what the model's data say of the lesson's observation, where it is not there.
  package init(
    of lesson: Lesson, on model: LoadedModel, pace: ReadingTime, hasHalfCells: Bool
  ) throws {
    self.pace = pace
    state = try State(model, observation: lesson.observation, kernels: .portable)
    state.explorer.hasHalfCells = hasHalfCells
    state.open(lesson, on: model)
  }

  package mutating func next() -> Scene? {
    guard !isOver else { return nil }
    if marked == nil { return scene() }
    if state.isPlaying {
      clock += state.explorer.motion.milliseconds
      state.update(.tick)
      return scene()
    }
    guard let play = state.lesson, let wait = pace.milliseconds(state) else { return nil }
    clock += wait
    if play.isAtEnd {
      // The end stands for as long as it takes to read it.
      isOver = true
    } else {
      state.goOn()
    }
    return scene()
  }

  private mutating func scene() -> Scene {
    guard let play = state.lesson, play.index != marked else {
      return Scene(milliseconds: clock, state: state, marker: nil)
    }
    marked = play.index
    return Scene(milliseconds: clock, state: state, marker: marker(play))
  }

  private func marker(_ play: LessonPlay) -> String? {
    let text: LessonText
    switch play.step?.content {
    case .text(let said): text = said
    case .question(let question): text = question.prompt
    case .silent, nil: return nil
    }
    var label = "\(play.number)"
    for word in text.plain(state.explorer.moment).split(separator: " ") {
      guard label.count + word.count < 48 else { return label + " …" }
      label += " " + word
    }
    return label
  }
}
