import Engine
import Lessons
import Phrases
import Screen
import Tutor
import Vocabulary

/// A screen with a lesson beside it, or below it where it is not wide enough for both.
package struct LessonScreen {
  let state: Explorer
  let play: LessonPlay
  let size: Size
  let layout: LessonLayout
  /// What the lesson says, all of it.
  let narration: [StyledLine]
  /// What is shown.
  package private(set) var canvas: Canvas
  /// The screen without the lesson, covered but whole, for its parts.
  package private(set) var source: Canvas

  static func canvas(_ state: Explorer, _ play: LessonPlay, size: Size) -> Canvas {
    LessonScreen(state, play, size: size).canvas
  }

  /// The screen of the explorer with the lesson, at a size.
  package init(_ state: Explorer, _ play: LessonPlay, size: Size) {
    self.state = state
    self.play = play
    self.size = size
    (layout, narration) = LessonLayout.fitting(size) {
      LessonPanel(state, play, width: $0, room: $1).lines
    }
    canvas = Canvas(size)
    source = view(state, contentIn: layout.screen.size)
    drawScreen()
    drawPanel()
    LessonFooter.draw(state, play, on: &canvas)
  }

  /// How many lines the narration takes, and how many there are.
  package var lines: Int { narration.count }
  package var room: Int { layout.textRows }

  // MARK: - The screen

  private mutating func drawScreen() {
    let hidden: [Rect]
    if let question = play.openQuestion {
      hidden = Covering(question, play, state).cover(&source)
    } else if play.step?.question == nil {
      hidden = source.hide(play.step?.hides.map(\.text) ?? [])
    } else {
      hidden = []
    }
    let rects = play.points.flatMap { source.rects(of: $0.text) }
    var screen = source
    if !rects.isEmpty, !play.isStray(state), !play.isWandering(state) {
      screen.frame.dim(except: rects + hidden)
    }
    // The narration speaks in the place of the screen's own sentences.
    for part in screen.parts where part.name == .sentences { screen.erase(part.rect) }
    let area = layout.screen
    canvas.show(Self.rows(of: screen, height: area.height, showing: rects), of: screen, in: area)
  }

  /// The rows to show: the title and, where not all fit, those with what is pointed at.
  private static func rows(of screen: Canvas, height: Int, showing rects: [Rect]) -> [Int] {
    let content = screen.contentRows
    guard content > height else { return Array(0..<min(height, screen.height)) }
    let room = height - 1
    let rows = rects.filter { $0.row > 0 }.flatMap(\.rows).filter { $0 < content }
    guard let first = rows.min(), let last = rows.max() else { return [0] + Array(1...room) }
    var start = 1
    if last >= 1 + room { start = min(last - room + 1, max(1, first)) }
    start = max(1, min(start, content - room))
    return [0] + Array(start..<start + room)
  }

  // MARK: - The narration

  private mutating func drawPanel() {
    let panel = layout.panel
    canvas.fill(panel, style: Style())
    var bar = Style(.text, on: .bar)
    canvas.fill(
      Rect(column: panel.column, row: panel.row, width: panel.width, height: 1), style: bar)
    let steps = play.shownSteps.count
    let number =
      (play.isAtEnd ? LessonPhrases.end : LessonPhrases.place(play.number, of: steps)) + " "
    let place = mark(room: panel.width - play.lesson.title.count - number.count - 2) + number
    canvas.write(
      plain: place, column: panel.columns.upperBound - place.count, row: panel.row, style: bar)
    bar.bold = true
    canvas.write(
      plain: play.lesson.title, column: panel.column + 1, row: panel.row, style: bar,
      width: panel.width - place.count - 2)
    if layout.isBeside {
      for row in panel.rows.dropFirst() {
        canvas[panel.column, row] = Cell(.glyph("│"), Style(.ghost))
      }
    }
    for (index, line) in narration.prefix(layout.textRows).enumerated() {
      line.draw(column: layout.textColumn, row: layout.textRow + index, on: &canvas)
    }
  }
}

extension LessonScreen {
  /// That the lesson goes on by itself, as long as the room beside its title allows.
  private func mark(room: Int) -> String {
    guard play.goesOnByItself else { return "" }
    return room > 8 ? "▶ \(LessonPhrases.goesOnByItself)  " : "▶  "
  }
}
