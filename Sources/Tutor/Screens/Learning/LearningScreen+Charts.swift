import Learning
import Phrases
import Screen
import Vocabulary

// Loss and accuracy over the steps, and the epochs below.
extension LearningScreen {
  /// The columns of the charts.
  private var chartStart: Int { 12 }
  private var noteColumns: Int { size.width >= 76 ? 29 : 7 }
  private var chartColumns: Int { max(8, size.width - chartStart - noteColumns - 1) }

  mutating func drawChart(_ measure: LearningLayout.Measure, height: Int, _ row: Int) {
    guard let course else { return }
    canvas.name(.word(measure == .loss ? "loss" : "accuracy"), rows: row..<row + height)
    let scale = course.scale(measure)
    drawMargin(measure, scale, row: row, height: height)
    let ink: Ink = measure == .loss ? .title : .good
    for (column, value) in course.columns(measure, width: chartColumns).enumerated() {
      let isOpen = course.openEpoch.map {
        $0 > 0 && column == course.column(ofEpoch: $0, width: chartColumns)
      }
      let paper: Paper = isOpen == true ? .cursor : .none
      for line in 0..<height {
        canvas[chartStart + column, row + line] =
          value.map {
            Bar.cell(
              $0 / scale, scale: .unit, ink: ink, line: line, height: height, paper: paper)
          } ?? Cell(.glyph(" "), Style(on: paper))
      }
    }
    drawRules(course.rules(measure), scale, row: row, height: height)
    for (epoch, value) in course.validations(measure) {
      let column = chartStart + course.column(ofEpoch: epoch, width: chartColumns)
      let line = Bar.line(of: value / scale, height: height)
      let under = canvas[column, row + line]
      canvas[column, row + line] = Bar.mark("○", on: under, Style(.text, bold: true))
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

  /// A line across the chart where a rule that needs no network would be.
  private mutating func drawRules(
    _ rules: [(rule: Baseline.Rule, value: Float)], _ scale: Float, row: Int, height: Int
  ) {
    for (_, value) in rules {
      let line = row + Bar.line(of: value / scale, height: height)
      for column in chartStart..<chartStart + chartColumns {
        canvas[column, line] = Bar.mark("╌", on: canvas[column, line], Style(.quiet))
      }
    }
  }

  /// At the right the rules and the measure of now, each at its height or as near as there is room.
  private mutating func drawNotes(
    _ measure: LearningLayout.Measure, _ course: TrainingCourse, _ scale: Float, row: Int,
    height: Int
  ) {
    let column = chartStart + chartColumns + 1
    let room = size.width - column - 1
    let now = course.now(measure)
    let value = (now.validation ?? now.training).map { Float($0) }
    let measured = Note(
      text: LearningPhrases.measure(now.training, now.validation, ofEpoch: now.ofEpoch),
      line: value.map { Bar.line(of: $0 / scale, height: height) } ?? 0,
      style: Style(.text, bold: true))
    let rules = course.rules(measure).map { rule, value in
      Note(
        text: LearningPhrases.baseline(rule, value),
        line: Bar.line(of: value / scale, height: height), style: Style(.quiet))
    }
    // The lines of the rules go across the chart, so what they are comes beside them; but where there is
    // no room for all, what is learnt is what one wants to read.
    let notes = height > rules.count ? rules + [measured] : [measured] + rules
    var free = Array(0..<height)
    for note in notes {
      guard let line = free.min(by: { abs($0 - note.line) < abs($1 - note.line) }) else { continue }
      free.removeAll { $0 == line }
      canvas.write(
        Fitted.form(note.text, width: room), column: column, row: row + line, style: note.style,
        width: room)
    }
  }

  /// What stands beside a chart, and at which of its lines it would stand best.
  private struct Note {
    let text: [Phrase]
    let line: Int
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
    let mark = course.openEpoch.map {
      chartStart + ($0 == 0 ? -1 : course.column(ofEpoch: $0, width: chartColumns))
    }
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
