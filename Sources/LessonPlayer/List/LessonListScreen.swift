import Phrases
import Screen
import Tutor

/// The lessons: title, minutes, how far one is.
enum LessonListScreen {
  static func canvas(_ list: LessonList, _ state: Explorer, size: Size) -> Canvas {
    var canvas = Canvas(size)
    canvas.wheel = Canvas.Wheel(up: .select(.by(-1)), down: .select(.by(1)))
    let bar = Style(on: .bar)
    canvas.fill(row: 0, style: bar)
    canvas.write(plain: " Unroll ", column: 0, row: 0, style: Style(.accent, on: .bar, bold: true))
    canvas.write(plain: " " + LessonPhrases.lessons, column: 8, row: 0, style: bar)
    let done = list.entries.count { $0.record?.isFinished == true }
    let place = LessonPhrases.done(done, of: list.entries.count) + " "
    canvas.write(
      plain: place, column: size.width - place.count, row: 0,
      style: Style(.text, on: .bar, bold: true))
    let statusWidth = 22
    let titleWidth = size.width - statusWidth - 14
    let room = size.height - 5
    let first = max(0, min(list.choice - room / 2, list.entries.count - room))
    for (offset, entry) in list.entries.dropFirst(first).prefix(room).enumerated() {
      let row = 2 + offset
      let isChosen = first + offset == list.choice
      // A click chooses, a second one opens. Several may come before the next picture: each means the
      // lesson that it hit.
      canvas.click(
        row: row, .does(isChosen ? .lesson(entry.name) : .select(.named(entry.name))))
      if isChosen {
        canvas.fill(row: row, style: Style(on: .selection))
        canvas[0, row] = Cell(.glyph("▌"), Style(.accent, on: .selection))
      }
      let paper: Paper = isChosen ? .selection : .none
      let number = entry.name.prefix { $0.isNumber }
      canvas.write(plain: String(number), column: 2, row: row, style: Style(.quiet, on: paper))
      canvas.write(
        plain: entry.title, column: 5, row: row, style: Style(.text, on: paper, bold: isChosen),
        width: titleWidth)
      let minutes = entry.minutes.map(LessonPhrases.minutes) ?? ""
      canvas.write(
        plain: minutes, column: size.width - statusWidth - 1 - minutes.count, row: row,
        style: Style(.quiet, on: paper))
      let ink: Ink =
        entry.fault != nil
        ? .error : entry.record?.isFinished == true ? .good : entry.record == nil ? .quiet : .accent
      canvas.write(
        plain: entry.status, column: size.width - statusWidth + 1, row: row,
        style: Style(ink, on: paper),
        width: statusWidth - 2)
    }
    if let entry = list.entries.indices.contains(list.choice) ? list.entries[list.choice] : nil {
      let text = state.message ?? entry.fault ?? entry.summary
      for (index, line) in Fitted.lines(text, width: size.width - 3).prefix(2).enumerated() {
        canvas.write(
          plain: line, column: 2, row: size.height - 3 + index,
          style: Style(state.message == nil && entry.fault == nil ? .quiet : .warning))
      }
    }
    Footer.draw(state, context: .lessons, on: &canvas) { command in
      command == .lesson(nil) && !list.isInLesson
    }
    return canvas
  }
}
