import Phrases
import Screen

/// What every screen has: the title, one line that says what one is looking at, and the footer.
enum Chrome {
  /// Draws title and footer; the rows between them are the screen's own.
  ///
  /// `subject` stands behind the model's name, as `lstm1 · unit 7 of 128`; nil is the observation.
  /// `place` stands at the right; nil is the timestep. Where the screen shows nothing of the open model,
  /// the model's name stays away.
  static func draw(
    _ state: Explorer, subject: String? = nil, place: String? = nil, isOfModel: Bool = true,
    on canvas: inout Canvas
  ) {
    title(state, subject: subject, place: place, isOfModel: isOfModel, on: &canvas)
    Footer.draw(
      state, context: state.context, on: &canvas, isInVain: state.isInVain, label: state.label)
  }

  private static func title(
    _ state: Explorer, subject: String?, place: String?, isOfModel: Bool,
    on canvas: inout Canvas
  ) {
    let width = canvas.size.width
    let bar = Style(on: .bar)
    canvas.name(.word("title"), row: 0)
    canvas.fill(row: 0, style: bar)
    let timestep = state.position.timestep
    let last = state.timesteps - 1
    // A date says more than the timestep's number, where there is one.
    let label =
      state.example.isSymbolic ? nil : timestep.map { state.example.timesteps[$0].label }
    let isDate = label != timestep.map(String.init) && width >= 80
    let date = isDate ? label.map { $0 + " · " } ?? "" : ""
    let hasTime = state.position.description.input.hasTimesteps
    let timesteps =
      !hasTime
      ? ""
      : timestep.map { date + SharedPhrases.open($0, last: last) }
        ?? SharedPhrases.nothingRead(last: last)
    let epoch = isOfModel ? state.epochTitle : nil
    // It goes on wherever one looks, and changes the numbers there.
    let isTraining =
      state.training?.isRunning == true && state.isOpenTraining
      && ![.learning, .reach].contains(state.position.screen)
    let training = isTraining ? LearningPhrases.state(.running) : nil
    let places = [training, epoch, place ?? timesteps].compactMap(\.self).filter { !$0.isEmpty }
    let right =
      places.joined(separator: " · ") + (state.isPlaying ? "  ▶ \(state.speed)/s" : "") + " "
    let rightColumn = max(0, width - right.count)
    var strong = bar
    strong.bold = true
    canvas.write(plain: right, column: rightColumn, row: 0, style: strong)
    var name = strong
    name.ink = .accent
    let column = canvas.write(plain: " Unroll ", column: 0, row: 0, style: name)
    // A what-if is marked on every screen: nobody should take its numbers for the model's own.
    let full = max(0, rightColumn - column - 2)
    let marks = isOfModel ? state.changeMarks : []
    let least = subject?.count ?? state.title(width: 0).count
    let mark = marks.first { $0.count + 2 + least <= full } ?? marks.last ?? ""
    let room = mark.isEmpty ? full : max(0, full - mark.count - 2)
    let text =
      subject.map { subject in
        let full = "\(state.model.name) · \(state.example.facts.name) · \(subject)"
        return isOfModel && full.count <= room ? full : subject
      } ?? state.title(width: room)
    let end = canvas.write(plain: text, column: column + 1, row: 0, style: bar, width: room)
    canvas.write(
      plain: mark, column: end + 2, row: 0, style: Style(.warning, on: .bar, bold: true),
      width: max(0, rightColumn - end - 3))
  }

  /// The message in so many lines; one that is longer says so.
  private static func message(of state: Explorer, lines: Int, width: Int) -> [String] {
    state.message.map { Fitted.begun(Fitted.lines($0, width: width), count: lines, width: width) }
      ?? []
  }

  /// The line above the footer, or the first of several: a message, or a sentence of the screen.
  static func say(
    _ sentences: [String], _ state: Explorer, rows: Range<Int>, isOfModel: Bool = true,
    on canvas: inout Canvas
  ) {
    let width = max(0, canvas.width - 2)
    let message = message(of: state, lines: rows.count, width: width)
    // What the what-ifs come to stays as long as they do.
    let change = state.message == nil && isOfModel ? state.beforeAndAfter.map { [$0] } ?? [] : []
    let all = sentences.prefix(1) + change + sentences.dropFirst()
    let said = Fitted.sentences(
      all.map { Sentence($0) }, width: width, lines: rows.count - message.count,
      first: message.isEmpty ? .begun : .optional, isStrict: true)
    let lines =
      message.map { ($0, Style(.warning)) }
      + said.map { ($0.text, Style($0.place == 0 ? .text : .quiet)) }
    canvas.name(.sentences, rows: rows.prefix(lines.count))
    for (row, line) in zip(rows, lines) {
      canvas.write(plain: line.0, column: 1, row: row, style: line.1, width: width)
    }
  }

  /// Sentences of several lengths in rows of their own, a message above them, as many as fit whole.
  static func say(
    _ sentences: [Sentence], _ state: Explorer, in rows: Range<Int>, on canvas: inout Canvas
  ) {
    let width = canvas.width - 2
    let message = message(of: state, lines: rows.count, width: width)
    let said = Fitted.sentences(
      sentences, width: width, lines: max(0, rows.count - message.count),
      first: message.isEmpty ? .begun : .optional, isStrict: true)
    let lines =
      message.map { ($0, Style(.warning)) }
      + said.map { ($0.text, Style($0.place == 0 ? .text : .quiet)) }
    canvas.name(.sentences, rows: rows.prefix(max(1, lines.count)))
    for (row, line) in zip(rows, lines) {
      canvas.write(plain: line.0, column: 1, row: row, style: line.1, width: width)
    }
  }
}
