import Engine
import Phrases
import Screen

// An axis as a panel of its own, with all that stands beside it.
extension TimeAxis {
  /// A panel from a column on: scales and words give way before a timestep does.
  init(panel left: Int, width: Int, _ timesteps: Int, _ current: Int?, hasValues: Bool = true) {
    guard hasValues else {
      let label = min(17, max(9, width - timesteps - 1))
      self.init(
        left: left, width: width, margins: Margins(label: label, behind: 1), timesteps: timesteps,
        current: current)
      return
    }
    let choices = [(17, 13), (17, 7), (3, 7)].map { Margins(label: $0.0, behind: $0.1) }
    let margins = Margins.fitting(choices, width: width, timesteps: timesteps)
    self.init(
      left: left, width: width, margins: margins, timesteps: timesteps, current: current,
      valueGap: 1, scaleGap: margins.behind > 7 ? 8 : nil)
  }

  /// One row of the panel.
  func rect(row: Int) -> Rect { Rect(column: left, row: row, width: end - left, height: 1) }

  /// The first column behind value and scale.
  var noteColumn: Int { (values?.scale.map { $0 + 6 } ?? last + 8) + 1 }

  /// The symbols that have been read, or a feature over the timesteps that have, under its name.
  func input(
    _ state: Explorer, isRead: @escaping (Int) -> Bool, row: Int, on canvas: inout Canvas
  ) {
    canvas.name(.x, rect(row: row), timeline: columns)
    let feature = state.position.feature
    let isSymbolic = state.example.isSymbolic
    canvas.write(plain: "x", column: left + 1, row: row, style: Style(.title, bold: true))
    if state.isInputChanged {
      canvas[left + 2, row] = Cell(.glyph("*"), Style(.warning, bold: true))
    }
    if showsWords {
      let room = labelWidth - 4
      canvas.write(
        plain: isSymbolic
          ? Fitted.form([state.inputName, ""], width: room) : state.inputName,
        column: left + 3, row: row, width: room)
    }
    let reading = Reading(
      example: state.example, feature: feature, scale: state.featureScale(feature), isRead: isRead,
      before: state.moment.before?.example, original: state.moment.original)
    input(reading, row: row, on: &canvas)
    guard let current, let values else { return }
    if isSymbolic {
      symbol(
        state.example.timesteps[current], before: reading.symbolBefore(at: current),
        room: values.end - values.value, row: row, on: &canvas)
    } else {
      values.draw(
        reading.value(at: current), scale: reading.scale, signed: true, row: row, on: &canvas)
    }
  }
}
