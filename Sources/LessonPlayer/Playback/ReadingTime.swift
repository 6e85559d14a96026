import Lessons
import Tutor

/// How long a step of a lesson stands before it goes on by itself.
///
/// A pure function of the tutor, so that a recording on a clock that is only a number and a film in
/// a terminal take the same time.
package struct ReadingTime: Hashable, Sendable {
  package static let wordsPerMinute = 20...1000
  package static let usual = 180

  /// Milliseconds that even the shortest sentence gets: the eye has to find it first.
  static let least = 2000
  /// Milliseconds more for a question, to think of an answer.
  static let thinking = 3000

  package let wordsPerMinute: Int

  /// `wordsPerMinute` is brought into the range of the same name.
  package init(wordsPerMinute: Int = ReadingTime.usual) {
    let range = Self.wordsPerMinute
    self.wordsPerMinute = min(max(wordsPerMinute, range.lowerBound), range.upperBound)
  }

  /// Milliseconds until the lesson goes on; nil where nobody reads: no lesson is open, or something
  /// still moves.
  ///
  /// A question stands twice: once open, then with its answer. What was asked needs no second reading.
  package func milliseconds(_ state: State) -> Int? {
    guard let play = state.lesson, !state.isPlaying else { return nil }
    let panel = LessonPanel(state.explorer, play, width: 10_000)
    var words = panel.lines.map(\.text).reduce(0) { $0 + Self.words(in: $1) }
    var extra = (play.step?.pause ?? 0) * 1000
    if let question = play.step?.question {
      if play.openQuestion == nil {
        words -= Self.words(in: question.prompt.plain(state.explorer.moment))
        extra = 0
      } else {
        extra += Double(Self.thinking)
      }
    }
    return max(Self.least, words * 60_000 / wordsPerMinute) + Int(extra.rounded())
  }

  /// Signs alone are not read aloud.
  private static func words(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace)
      .count { $0.contains { $0.isLetter || $0.isNumber } }
  }
}
