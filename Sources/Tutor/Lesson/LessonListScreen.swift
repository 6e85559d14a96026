import Screen

/// The lessons: title, minutes, how far one is.
enum LessonListScreen {
  static func frame(_ list: LessonList, _ explorer: Explorer, size: Size) -> Frame {
    var frame = Frame(size)
    let bar = Style(on: .bar)
    frame.fill(Rect(column: 0, row: 0, width: size.width, height: 1), style: bar)
    frame.write(" Unroll ", column: 0, row: 0, style: Style(.accent, on: .bar, bold: true))
    frame.write(" Lessons", column: 8, row: 0, style: bar)
    let done = list.entries.count { $0.record?.isFinished == true }
    let place = "\(done) of \(list.entries.count) done "
    frame.write(
      place, column: size.width - place.count, row: 0, style: Style(.text, on: .bar, bold: true))
    let statusWidth = 22
    let titleWidth = size.width - statusWidth - 14
    let room = size.height - 5
    let first = max(0, min(list.choice - room / 2, list.entries.count - room))
    for (offset, entry) in list.entries.dropFirst(first).prefix(room).enumerated() {
      let row = 2 + offset
      let isChosen = first + offset == list.choice
      if isChosen {
        frame.fill(
          Rect(column: 0, row: row, width: size.width, height: 1), style: Style(on: .selection))
        frame[0, row] = Cell(.glyph("▌"), Style(.accent, on: .selection))
      }
      let paper: Paper = isChosen ? .selection : .none
      let number = entry.name.prefix { $0.isNumber }
      frame.write(String(number), column: 2, row: row, style: Style(.quiet, on: paper))
      frame.write(
        entry.title, column: 5, row: row, style: Style(.text, on: paper, bold: isChosen),
        width: titleWidth)
      let minutes = entry.minutes.map { "\($0) min" } ?? ""
      frame.write(
        minutes, column: size.width - statusWidth - 1 - minutes.count, row: row,
        style: Style(.quiet, on: paper))
      let ink: Ink =
        entry.fault != nil
        ? .error : entry.record?.isFinished == true ? .good : entry.record == nil ? .quiet : .accent
      frame.write(
        entry.status, column: size.width - statusWidth + 1, row: row, style: Style(ink, on: paper),
        width: statusWidth - 2)
    }
    if let entry = list.entries.indices.contains(list.choice) ? list.entries[list.choice] : nil {
      let text = explorer.message ?? entry.fault ?? entry.summary
      for (index, line) in wrapped(text, width: size.width - 3).prefix(2).enumerated() {
        frame.write(
          line, column: 2, row: size.height - 3 + index,
          style: Style(explorer.message == nil && entry.fault == nil ? .quiet : .warning))
      }
    }
    Footer.draw(explorer, context: .lessons, on: &frame) { command in
      command == .lesson(nil) && !list.isInLesson
    }
    return frame
  }
}
