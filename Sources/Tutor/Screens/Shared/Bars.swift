import Insight
import Screen

/// One column of a row of bars: a number as height, in the hue of its row, or as sign and strength.
///
/// A share from 0 to 1 stands on the row's floor. A signed number has one zero: in a row of one line
/// above zero fills the upper half and below zero the lower one, and its size is its strength; in a
/// taller row it goes up and down from the middle.
enum Bar {
  /// The cell of a value in one of the `height` lines of its row, counted from the top. `ink` is that
  /// of a share; a sign has its own two.
  static func cell(
    _ value: Float, scale: ValueScale, ink: Ink = .text, line: Int = 0, height: Int = 1,
    paper: Paper = .none
  ) -> Cell {
    guard value.isFinite else {
      return Cell(.glyph("!"), Style(.error, on: paper))
    }
    switch scale {
    case .decades(let most):
      let share = ValueScale.share(ofDecades: value, most)
      let eighths = Int((share * Float(8 * height)).rounded())
      // Nothing to see is nearly nothing, and not a bar.
      if eighths == 0, line == height - 1 { return Cell(.glyph("─"), Style(.quiet, on: paper)) }
      let here = min(8, max(0, eighths - 8 * (height - 1 - line)))
      return cell(here, hanging: false, Style(ink, on: paper))
    case .unit:
      let share = min(1, max(0, value))
      let eighths = max(1, Int((share * Float(8 * height)).rounded()))
      let here = min(8, max(0, eighths - 8 * (height - 1 - line)))
      return cell(here, hanging: false, Style(ink, on: paper))
    case .symmetric(let most):
      let share = most > 0 ? min(1, max(-1, value / most)) : 0
      let style = Style(.signed(share), on: paper)
      if height == 1 {
        return share.magnitude < leastShare
          ? Cell(.glyph("─"), style) : cell(4, hanging: share > 0, style)
      }
      // Zero lies in the middle of the row.
      let half = height / 2
      let eighths = max(1, Int((share.magnitude * Float(8 * half)).rounded()))
      let distance = line < half ? half - 1 - line : line - half
      let isOnItsSide = (line >= half) == (value < 0)
      return cell(
        isOnItsSide ? min(8, max(0, eighths - 8 * distance)) : 0, hanging: value < 0, style)
    }
  }

  /// Below this share of the scale a number in a row of one line is nearly zero.
  private static let leastShare: Float = 0.05

  private static func cell(_ eighths: Int, hanging: Bool, _ style: Style) -> Cell {
    eighths == 0
      ? Cell(.glyph(" "), Style(on: style.paper))
      : Cell(.bar(eighths: eighths, hanging: hanging), style)
  }
}
