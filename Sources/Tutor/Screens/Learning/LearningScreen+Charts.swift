import Learning
import Phrases
import Screen
import Vocabulary

// Loss and accuracy over the steps, and the epochs below.
extension LearningScreen {
  /// The columns of the charts.
  private var chartStart: Int { 12 }
  private var noteColumns: Int { size.width >= 110 ? 47 : size.width >= 76 ? 29 : 7 }
  private var chartColumns: Int { max(8, size.width - chartStart - noteColumns - 1) }

  mutating func drawChart(_ measure: LearningLayout.Measure, height: Int, _ row: Int) {
    guard let course else { return }
    canvas.name(.word(measure == .loss ? "loss" : "accuracy"), rows: row..<row + height)
    let scale = course.scale(measure)
    drawMargin(measure, scale, row: row, height: height)
    let ink: Ink = measure == .loss ? .title : .good
    let values = course.columns(measure, width: chartColumns)
    let open = course.openColumn(width: chartColumns)
    for (column, value) in values.enumerated() {
      let paper: Paper = column == open ? .cursor : .none
      for line in 0..<height {
        canvas[chartStart + column, row + line] =
          value.map {
            Bar.cell(
              $0 / scale, scale: .unit, ink: ink, line: line, height: height, paper: paper)
          } ?? Cell(.glyph(" "), Style(on: paper))
      }
      guard let value, value > scale else { continue }
      // It goes on beyond the chart.
      canvas[chartStart + column, row] = Cell(
        .glyph("↑"), Style(ink, on: paper, reversed: true))
    }
    for (_, rule) in course.rules(measure) {
      let line = row + Bar.line(of: rule / scale, height: height)
      for (column, value) in values.enumerated() {
        canvas[chartStart + column, line] = Bar.rule(
          on: canvas[chartStart + column, line], isBeyond: value ?? 0 > rule)
      }
    }
    for (epoch, validation) in course.validations(measure) {
      let column = course.column(ofEpoch: epoch, width: chartColumns)
      let line = row + Bar.line(of: validation / scale, height: height)
      canvas[chartStart + column, line] = Bar.mark(
        validation > scale ? "↑" : "○", on: canvas[chartStart + column, line],
        isBeyond: values[column] ?? 0 > validation, Style(.text, bold: true))
    }
    drawNotes(measure, course, scale, row: row, height: height)
  }

  /// What the chart shows, and what its top stands for.
  private mutating func drawMargin(
    _ measure: LearningLayout.Measure, _ scale: Float, row: Int, height: Int
  ) {
    let name = measure == .loss ? LearningPhrases.loss : LearningPhrases.accuracy
    canvas.write(plain: name, column: 1, row: row, style: Style(.title, bold: true))
    guard course?.training != nil else { return }
    let top = Phrase(plain: measure == .loss ? LearningPhrases.number(scale) : "1")
    canvas.write(
      top, column: chartStart - 1 - top.count, row: row, style: Style(.quiet))
    guard height > 1 else { return }
    canvas.write(plain: "0", column: chartStart - 2, row: row + height - 1, style: Style(.quiet))
  }

  /// At the right the rules and the measure of now, in the order of their values, each at its height or as
  /// near as there is room.
  private mutating func drawNotes(
    _ measure: LearningLayout.Measure, _ course: TrainingCourse, _ scale: Float, row: Int,
    height: Int
  ) {
    let column = chartStart + chartColumns + 1
    let room = size.width - column - 1
    let now = course.now(measure)
    let measured = Note(
      text: LearningPhrases.measure(now.training, now.validation, ofEpoch: now.ofEpoch),
      value: (now.validation ?? now.training).map { Float($0) } ?? scale,
      style: Style(.text, bold: true))
    let rules = course.rules(measure).map { rule, value in
      Note(text: LearningPhrases.baseline(rule, value), value: value, style: Style(.quiet))
    }
    // Where there is no room for all, what is learnt is what one wants to read.
    let notes = ([measured] + rules).prefix(height).sorted { $0.value > $1.value }
    let wanted = notes.map { Bar.line(of: $0.value / scale, height: height) }
    for (note, line) in zip(notes, Self.apart(wanted, within: height)) {
      canvas.write(
        Fitted.form(note.text, width: room), column: column, row: row + line, style: note.style,
        width: room)
    }
  }

  /// Lines in their order, each as it is wanted or as near as the others let it.
  private static func apart(_ wanted: [Int], within height: Int) -> [Int] {
    var lines = wanted
    for place in lines.indices.dropFirst() {
      lines[place] = max(lines[place], lines[place - 1] + 1)
    }
    for place in lines.indices {
      lines[place] = min(lines[place], height - lines.count + place)
    }
    return lines
  }

  /// What stands beside a chart, and at the height of which value.
  private struct Note {
    let text: [Phrase]
    let value: Float
    let style: Style
  }

  /// The epochs under the charts, with a mark over the one that is shown; a click goes to one.
  mutating func drawEpochs(_ row: Int) {
    guard let course else { return }
    canvas.name(.word("epochs"), row: row)
    canvas.write(
      plain: LearningPhrases.epochs, column: 1, row: row, style: Style(.quiet), width: 8)
    guard let training = course.training else { return }
    let epochs = training.run.settings.epochs
    let digits = "\(epochs)".count
    let step =
      [1, 2, 5, 10, 20, 50, 100, 200, 500].first {
        $0 * chartColumns / max(1, epochs) > digits + 1
      } ?? epochs
    let mark =
      course.openEpoch == 0
      ? chartStart - 1 : course.openColumn(width: chartColumns).map { chartStart + $0 }
    for epoch in stride(from: step, through: epochs, by: step) {
      let column = chartStart + course.column(ofEpoch: epoch, width: chartColumns)
      let text: Phrase = "\(epoch)"
      let start = column - text.count + 1
      if let mark, (start...column).contains(mark) { continue }
      canvas.write(text, column: start, row: row, style: Style(.quiet))
    }
    if let mark {
      canvas.write(plain: "▲", column: mark, row: row, style: Style(.accent, bold: true))
    }
    clicks(course, training, row: row)
  }

  private mutating func clicks(_ course: TrainingCourse, _ training: LiveTraining, row: Int) {
    let known = training.run.epoch + (training.run.batch > 0 ? 1 : 0)
    guard known > 0 else { return }
    for epoch in 1...known {
      let end = course.column(ofEpoch: epoch, width: chartColumns)
      let start = epoch == 1 ? 0 : course.column(ofEpoch: epoch - 1, width: chartColumns) + 1
      guard end >= start else { continue }
      canvas.click(
        Rect(
          column: chartStart + start, row: layout.chartRow, width: end - start + 1,
          height: row + 1 - layout.chartRow),
        .does(.epoch(.number(epoch))))
    }
  }
}
