import Insight
import Screen

/// One column of a row of bars: a number as height and colour.
///
/// A gate stands on the row's floor, 0 to 1. A signed number above zero stands, one below zero hangs
/// from the ceiling, so that the sign is a shape and not only a colour.
enum Bar {
  /// The cell of a value in one of the `height` lines of its row, counted from the top.
  static func cell(
    _ value: Float, scale: ValueScale, line: Int = 0, height: Int = 1, paper: Paper = .none
  ) -> Cell {
    guard value.isFinite else {
      return Cell(.glyph("!"), Style(.error, on: paper))
    }
    switch scale {
    case .unit:
      let share = min(1, max(0, value))
      let eighths = max(1, Int((share * Float(8 * height)).rounded()))
      let here = min(8, max(0, eighths - 8 * (height - 1 - line)))
      return cell(here, hanging: false, Style(.gate(share), on: paper))
    case .symmetric(let most):
      let share = most > 0 ? min(1, max(-1, value / most)) : 0
      let style = Style(.signed(share), on: paper)
      if height == 1 {
        // Seven eighths at most: a full cell would be the same standing and hanging.
        let eighths = max(1, Int((share.magnitude * 7).rounded()))
        return cell(eighths, hanging: value < 0, style)
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

  private static func cell(_ eighths: Int, hanging: Bool, _ style: Style) -> Cell {
    eighths == 0
      ? Cell(.glyph(" "), Style(on: style.paper))
      : Cell(.bar(eighths: eighths, hanging: hanging), style)
  }
}
