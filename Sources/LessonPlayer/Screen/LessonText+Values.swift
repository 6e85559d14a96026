import Lessons
import Screen
import Tutor
import Vocabulary

extension LessonText {
  /// The text with its values put in, in the styles of emphasis and code.
  func pieces(_ moment: Moment, style: Style = Style()) -> [StyledLine.Piece] {
    pieces.map { piece in
      var own = style
      switch piece {
      case .plain(let text): return StyledLine.Piece(text: text, style: own)
      case .emphasis(let text):
        own.bold = true
        return StyledLine.Piece(text: text, style: own)
      case .code(let text):
        own.ink = .accent
        return StyledLine.Piece(text: text, style: own, isCode: true)
      case .value(let formula, let digits, let isSigned):
        own.ink = .title
        own.bold = true
        return StyledLine.Piece(
          text: moment.text(of: formula, digits: digits, isSigned: isSigned), style: own)
      }
    }
  }

  /// The text alone.
  func plain(_ moment: Moment) -> String { pieces(moment).map(\.text).joined() }
}

extension Moment {
  /// What a formula comes to, or "?" where it has no value; `unroll check` refuses such a lesson.
  func text(of formula: Formula, digits: Int?, isSigned: Bool) -> String {
    guard let value = try? value(of: formula) else { return "?" }
    let text = value.text(digits: digits)
    return isSigned && value.number ?? 0 > 0 ? "+" + text : text
  }
}
