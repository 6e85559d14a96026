import Lessons

extension LessonText {
  /// The text with its markup, a value as `{formula:digits}`.
  var words: String {
    pieces.map { piece in
      switch piece {
      case .plain(let text): text
      case .emphasis(let text): "*\(text)*"
      case .code(let text): "`\(text)`"
      case .value(let formula, let digits, let isSigned):
        "{\(formula)\(digits.map { ":\(isSigned ? "+" : "").\($0)" } ?? "")}"
      }
    }.joined()
  }
}
