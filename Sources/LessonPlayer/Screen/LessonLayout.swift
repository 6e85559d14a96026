import Screen
import Tutor

/// Where the screen and the narration stand.
struct LessonLayout: Hashable {
  let screen: Rect
  /// The title row of the lesson and the rows of text below it.
  let panel: Rect

  /// Whether the narration stands beside the screen, not below it.
  let isBeside: Bool
  /// How many rows of text there may be at most.
  let mostRows: Int

  /// Where the text stands: beside the screen it has air around it.
  var textColumn: Int { panel.column + (isBeside ? 2 : 1) }
  var textWidth: Int { max(1, panel.width - (isBeside ? 3 : 2)) }
  var textRow: Int { panel.row + (isBeside ? 2 : 1) }
  var textRows: Int { panel.rows.upperBound - textRow }

  /// A layout and the narration in it; `narration` gives its lines at a width, where there is room for
  /// so many.
  static func fitting(
    _ size: Size, _ narration: (_ width: Int, _ room: Int) -> [StyledLine]
  ) -> (layout: LessonLayout, narration: [StyledLine]) {
    let least = NetworkLayout.minimum
    // Beside it, where a whole screen of 80 columns stays and the text has lines of its own length.
    if size.width >= 132, size.height >= least.height {
      let width = min(52, size.width - 82)
      let layout = LessonLayout(
        screen: Rect(column: 0, row: 0, width: size.width - width, height: size.height - 1),
        panel: Rect(
          column: size.width - width, row: 0, width: width, height: size.height - 1),
        isBeside: true, mostRows: size.height - 3)
      return (layout, narration(layout.textWidth, layout.mostRows))
    }
    let mostRows = max(4, size.height - 8)
    let lines = narration(max(1, size.width - 2), mostRows)
    // As few rows as the text takes, but so many that the screen seldom jumps.
    let usual = size.height >= 28 ? 7 : 5
    let rows = min(mostRows, max(usual, lines.count)) + 1
    let layout = LessonLayout(
      screen: Rect(column: 0, row: 0, width: size.width, height: size.height - rows - 1),
      panel: Rect(column: 0, row: size.height - rows - 1, width: size.width, height: rows),
      isBeside: false, mostRows: mostRows)
    return (layout, lines)
  }
}
