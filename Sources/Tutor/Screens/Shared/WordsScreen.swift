import Screen

/// A screen that has no numbers to show and says why.
struct WordsScreen: Drawing {
  let state: Explorer
  let size: Size
  /// What stands in the title behind the model's name.
  var subject: String?
  let sentences: [String]
  /// The row of the first sentence, and how many there may be, by the height.
  let rows: @Sendable (_ height: Int) -> Range<Int>
  var canvas = Canvas.none

  var contentRows: Int { rows(size.height).lowerBound }

  func resized(toHeight height: Int) -> any Drawing {
    WordsScreen(
      state: state, size: Size(width: size.width, height: height), subject: subject,
      sentences: sentences, rows: rows)
  }

  mutating func draw() {
    Chrome.draw(state, subject: subject, on: &canvas)
    Chrome.say(sentences, state, rows: rows(size.height), on: &canvas)
  }
}
