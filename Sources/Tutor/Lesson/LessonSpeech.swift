import Lessons
import Screen

/// What a lesson says at its present step, in lines of words.
package struct LessonSpeech {
  package let text: String

  package init(_ state: State) {
    var state = state
    state.completeStep()
    guard let play = state.lesson else {
      text = PlainText(state).text
      return
    }
    var lines: [String] = []
    if play.isAtEnd {
      lines.append("End of \(play.lesson.title).")
    } else {
      lines.append("\(play.lesson.title), step \(play.number) of \(play.shownSteps.count).")
    }
    lines += LessonPanel(state, play, width: 10_000).lines.map(\.text)
    text = lines.joined(separator: "\n")
  }
}

extension State {
  /// Goes to a step, counted from 1 among those at which the lesson stops.
  package mutating func go(toStep number: Int) {
    guard let steps = lesson?.shownSteps, let last = steps.last else { return }
    goTo(step: steps.indices.contains(number - 1) ? steps[number - 1] : number < 1 ? 0 : last)
  }
}
