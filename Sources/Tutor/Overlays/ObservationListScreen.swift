import Phrases
import Screen
import Vocabulary
import Wording

/// The observations: number, name, output, truth, error, and whether it is right.
enum ObservationListScreen {
  static func canvas(_ list: ObservationList, _ state: Explorer, size: Size) -> Canvas {
    var canvas = Canvas(size)
    guard let table = state.table else { return canvas }
    canvas.wheel = Canvas.Wheel(up: .select(.by(-3)), down: .select(.by(3)))
    drawTitle(list, table, on: &canvas)
    let columns = Columns(table, width: size.width)
    drawNames(list, columns, table, on: &canvas)
    let room = max(0, size.height - 6)
    let first = max(0, min(list.choice - room / 2, list.sorting.count - room))
    for (row, place) in (first..<min(list.sorting.count, first + room)).enumerated() {
      let isChosen = place == list.choice
      draw(
        ObservationRow(list.sorting[place], table), isChosen: isChosen, columns, row: row + 2,
        on: &canvas)
    }
    drawPlace(first..<min(list.sorting.count, first + room), of: list.sorting.count, on: &canvas)
    say(list, table, state, on: &canvas)
    Footer.draw(state, context: .observations, on: &canvas)
    return canvas
  }

  /// Where each column begins, and how wide those are whose texts stand at their right.
  private struct Columns {
    let name = 10
    let nameWidth: Int
    let output: Int
    let truth: Int
    let error: Int
    let verdict: Int
    let hasTruths: Bool

    init(_ table: ObservationTable, width: Int) {
      hasTruths = table.hasTruths
      verdict = width - (hasTruths && table.threshold != nil ? 8 : 1)
      error = verdict - (hasTruths ? 10 : 0)
      truth = error - (hasTruths ? min(22, max(10, width / 5)) : 0)
      output = truth - 13
      nameWidth = max(1, output - name - 1)
    }
  }

  private static let numberWidth = 12

  private static func drawTitle(
    _ list: ObservationList, _ table: ObservationTable, on canvas: inout Canvas
  ) {
    let bar = Style(on: .bar)
    canvas.fill(row: 0, style: bar)
    canvas.write(plain: " Unroll ", column: 0, row: 0, style: Style(.accent, on: .bar, bold: true))
    let end = canvas.write(
      plain: " " + ObservationsPhrases.observations, column: 8, row: 0, style: bar)
    let room = canvas.width - end - 4
    canvas.write(plain: list.title(table), column: end + 2, row: 0, style: bar, width: room)
  }

  /// What the columns are; a click on one sorts by it, and again the other way round.
  private static func drawNames(
    _ list: ObservationList, _ columns: Columns, _ table: ObservationTable,
    on canvas: inout Canvas
  ) {
    let order = list.sorting.order
    func write(
      _ text: String, _ column: Int, width: Int = 0, sorts by: Command.ObservationOrder.Column?
    ) {
      let isSorted = by == order.column
      let mark = isSorted ? (order.isReversed != (by == .number) ? "▲" : "▼") : ""
      let text = isSorted ? "\(text) \(mark)" : text
      let start = column + max(0, width - text.count)
      canvas.write(
        plain: text, column: start, row: 1,
        style: Style(isSorted ? .accent : .title, bold: isSorted))
      guard let by else { return }
      canvas.click(
        Rect(column: start, row: 1, width: text.count, height: 1),
        .does(
          .sort(
            .named(Command.ObservationOrder(column: by, isReversed: isSorted && !order.isReversed))
          )))
    }
    write("number", 1, sorts: .number)
    write(ObservationsPhrases.name, columns.name, sorts: nil)
    write(
      ObservationsPhrases.output(unit: table.unit, of: table.units), columns.output,
      width: numberWidth, sorts: .output)
    guard columns.hasTruths else { return }
    write(ObservationsPhrases.truth, columns.truth + 2, sorts: nil)
    write(ObservationsPhrases.error, columns.error, width: 9, sorts: .error)
  }

  private static func draw(
    _ line: ObservationRow, isChosen: Bool, _ columns: Columns, row: Int, on canvas: inout Canvas
  ) {
    // A click chooses, a second one opens; several may come before the next picture.
    canvas.click(
      row: row,
      .does(isChosen ? .observation(.named(line.index)) : .select(.named("\(line.index)"))))
    if isChosen {
      canvas.fill(row: row, style: Style(on: .selection))
      canvas[0, row] = Cell(.glyph("▌"), Style(.accent, on: .selection))
    }
    let paper: Paper = isChosen ? .selection : .none
    func write(_ text: String, _ column: Int, width: Int, _ ink: Ink = .text, isRight: Bool = true)
    {
      let start = column + (isRight ? max(0, width - text.count) : 0)
      canvas.write(
        plain: text, column: start, row: row, style: Style(ink, on: paper, bold: isChosen),
        width: width)
    }
    write("\(line.index)", 1, width: 7, .quiet)
    write(line.name, columns.name, width: columns.nameWidth, isRight: false)
    write(
      line.output ?? "·", columns.output, width: numberWidth, line.output == nil ? .ghost : .text)
    guard columns.hasTruths else { return }
    if let truth = line.truth {
      write(
        truth, columns.truth + 2, width: columns.error - columns.truth - 2, .quiet, isRight: false)
    }
    if let error = line.error { write(error, columns.error, width: 9) }
    if let isRight = line.isRight {
      write(
        ObservationsPhrases.verdict(isRight), columns.verdict + 1, width: 6,
        isRight ? .good : .error, isRight: false)
    }
  }

  /// Where the lines shown lie among all.
  private static func drawPlace(_ shown: Range<Int>, of count: Int, on canvas: inout Canvas) {
    guard shown.count < count else { return }
    let text = SharedPhrases.lines(shown, of: count).text
    canvas.write(
      plain: text, column: max(1, canvas.width - text.count - 1), row: canvas.height - 4,
      style: Style(.quiet))
  }

  /// What was said of the last command, or why nothing is listed or run, or how many are right.
  private static func say(
    _ list: ObservationList, _ table: ObservationTable, _ state: Explorer, on canvas: inout Canvas
  ) {
    let judged = table.outputs.indices.compactMap { table.isRight($0) }
    let filter = list.sorting.filter?.text
    let (text, ink): (String?, Ink) =
      if let message = state.message {
        (message, .warning)
      } else if let reason = table.reason {
        (reason, .warning)
      } else if let filter, list.sorting.count == 0 {
        (ObservationsPhrases.none(where: filter, isDone: table.isDone), .warning)
      } else if !judged.isEmpty {
        (ObservationsPhrases.tally(right: judged.count { $0 }, of: judged.count), .quiet)
      } else {
        (nil, .quiet)
      }
    for (index, line) in Fitted.lines(text ?? "", width: canvas.width - 3).prefix(2).enumerated() {
      canvas.write(plain: line, column: 2, row: canvas.height - 3 + index, style: Style(ink))
    }
  }
}
