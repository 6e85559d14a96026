import Kernels
import Lessons
import ModelFiles
import Phrases
import Screen
import Tutor

/// A lesson as text: every step's screen at 80×24, questions before and after their answer.
///
/// Made with the portable kernels and without colours, it is the same on every machine.
package enum Transcript {
  package static let size = Size(width: 80, height: 24)

  /// The steps from `first` on, counted from 1 among those that are shown.
  package static func text(
    of lesson: Lesson, on model: LoadedModel, from first: Int = 1
  ) throws -> String {
    var state = try State(model, observation: lesson.observation, kernels: .portable)
    state.explorer.hasHalfCells = false
    state.open(lesson, on: model)
    var text = ""
    while let play = state.lesson, !play.isAtEnd {
      state.completeStep()
      // Those before are gone through as well: what they do stands on the later ones.
      let isWanted = play.number >= first
      if isWanted {
        let title = TranscriptPhrases.step(play.number, of: play.shownSteps.count)
        text += page(title, state)
      }
      if play.step?.question != nil {
        state.goOn()
        if isWanted { text += page(TranscriptPhrases.answered(step: play.number), state) }
      }
      state.update(.next)
    }
    return text
  }

  private static func page(_ title: String, _ state: State) -> String {
    let line = String(repeating: "=", count: max(0, size.width - title.count - 1))
    return "\(title) \(line)\n" + view(state, size: size).frame.text()
  }
}
