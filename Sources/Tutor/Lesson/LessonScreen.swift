import Engine
import Lessons
import Screen
import Vocabulary

/// A screen with a lesson beside it, or below it where it is not wide enough for both.
struct LessonScreen {
  let state: Explorer
  let play: LessonPlay
  let size: Size
  let layout: LessonLayout
  private(set) var frame: Frame
  /// The screen without the lesson, covered but whole, for its parts.
  private(set) var source: Frame

  static func frame(_ state: Explorer, _ play: LessonPlay, size: Size) -> Frame {
    LessonScreen(state, play, size: size).frame
  }

  init(_ state: Explorer, _ play: LessonPlay, size: Size) {
    self.state = state
    self.play = play
    self.size = size
    layout = LessonLayout(size) { LessonPanel(state, play, width: $0, room: $1).lines.count }
    frame = Frame(size)
    source = Frame(layout.screen.size)
    drawScreen()
    drawPanel()
    LessonFooter.draw(state, play, on: &frame)
  }

  /// How many lines the narration takes, and how many there are.
  var lines: Int { narration.count }
  var room: Int { layout.textRows }

  private var narration: [StyledLine] {
    LessonPanel(state, play, width: layout.textWidth, room: layout.mostRows).lines
  }

  // MARK: - The screen

  private mutating func drawScreen() {
    let area = layout.screen
    var screen = Self.screen(state, area.size)
    let hidden: [Rect]
    if let question = play.openQuestion {
      hidden = Covering(question, play, state).cover(&screen)
    } else if play.step?.question == nil {
      hidden = Covering.hide(play.step?.hides ?? [], on: &screen)
    } else {
      hidden = []
    }
    let rects = (play.step?.points ?? []).flatMap { Spot.rects(of: $0, on: screen) }
    source = screen
    if !rects.isEmpty, !play.isStray(state) { screen.dim(except: rects + hidden) }
    // The narration speaks in the place of the screen's own sentences.
    for part in screen.parts where part.name == "sentences" {
      screen.fill(part.rect, style: Style())
    }
    let rows = Self.rows(of: screen, height: area.height, showing: rects)
    for (row, source) in rows.enumerated() {
      for column in 0..<area.width { frame[column, row] = screen[column, source] }
    }
  }

  /// The open screen without sentences and footer, at least as high as it needs.
  private static func screen(_ state: Explorer, _ size: Size) -> Frame {
    var bare = state
    bare.greet(nil)
    let least = NetworkLayout.minimum.height
    var best: Frame?
    // The sentences at the bottom make room; how many there are depends on the height.
    for extra in 2...5 where size.height + extra >= least {
      let frame = bareView(bare, size: Size(width: size.width, height: size.height + extra))
      guard best == nil || contentRows(frame) <= size.height else { break }
      best = frame
    }
    return best ?? bareView(bare, size: Size(width: size.width, height: least))
  }

  /// The rows above the screen's own sentences and footer.
  private static func contentRows(_ frame: Frame) -> Int {
    let sentences = frame.parts.filter { $0.name == "sentences" }.map(\.rect.row).min()
    return sentences ?? frame.height - 1
  }

  /// The rows to show: the title and, where not all fit, those with what is pointed at.
  private static func rows(of screen: Frame, height: Int, showing rects: [Rect]) -> [Int] {
    let content = contentRows(screen)
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
    frame.fill(panel, style: Style())
    var bar = Style(.text, on: .bar)
    frame.fill(
      Rect(column: panel.column, row: panel.row, width: panel.width, height: 1), style: bar)
    let steps = play.shownSteps.count
    let number = play.isAtEnd ? "end " : "\(play.number) of \(steps) "
    let place = mark(room: panel.width - play.lesson.title.count - number.count - 2) + number
    frame.write(
      place, column: panel.columns.upperBound - place.count, row: panel.row, style: bar)
    bar.bold = true
    frame.write(
      play.lesson.title, column: panel.column + 1, row: panel.row, style: bar,
      width: panel.width - place.count - 2)
    if layout.isBeside {
      for row in panel.rows.dropFirst() {
        frame[panel.column, row] = Cell(.glyph("│"), Style(.ghost))
      }
    }
    for (index, line) in narration.prefix(layout.textRows).enumerated() {
      line.draw(column: layout.textColumn, row: layout.textRow + index, on: &frame)
    }
  }
}

extension LessonScreen {
  /// That the lesson goes on by itself, as long as the room beside its title allows.
  private func mark(room: Int) -> String {
    guard play.goesOnByItself else { return "" }
    return room > 8 ? "▶ auto  " : "▶  "
  }
}

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

  /// `count` says how many lines the narration takes at a width, where there is room for so many.
  init(_ size: Size, lines count: (_ width: Int, _ room: Int) -> Int) {
    let least = NetworkLayout.minimum
    // Beside it, where a whole screen of 80 columns stays.
    if size.width >= 120, size.height >= least.height {
      let width = min(52, max(38, size.width - 82))
      isBeside = true
      screen = Rect(column: 0, row: 0, width: size.width - width, height: size.height - 1)
      panel = Rect(
        column: size.width - width, row: 0, width: width, height: size.height - 1)
      mostRows = size.height - 3
      return
    }
    isBeside = false
    mostRows = max(4, size.height - 8)
    let lines = count(max(1, size.width - 2), mostRows)
    // As few rows as the text takes, but so many that the screen seldom jumps.
    let usual = size.height >= 28 ? 7 : 5
    let rows = min(mostRows, max(usual, lines)) + 1
    screen = Rect(column: 0, row: 0, width: size.width, height: size.height - rows - 1)
    panel = Rect(
      column: 0, row: size.height - rows - 1, width: size.width, height: rows)
  }
}
