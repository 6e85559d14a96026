import Engine
import NetworkCode
import Phrases
import Screen
import Vocabulary

/// The network as code.
extension ShapesScreen {
  mutating func drawCode(_ code: NetworkCode) {
    let first = ShapesLayout.tabRow + 1
    // The last line above the footer says what this is.
    let sentenceRow = size.height - 2
    let gap = code.lines.count < sentenceRow - first ? 1 : 0
    let rows = first + gap..<sentenceRow
    let chosen = state.position.layer.place - 1
    // Above the input's line there is only what imports; a layer's last line is where it is used.
    let current = chosen < 0 ? 0 : code.lines.lastIndex { $0.layer == chosen } ?? 0
    let axis = Axis(count: code.lines.count, current: current, columns: rows.count)
    for (row, index) in zip(rows, axis.visible) {
      let line = code.lines[index]
      let isChosen = line.layer == chosen
      mark(isChosen, row)
      if let layer = line.layer { canvas.name(.layer(layerName(layer)), row: row) }
      let parts = Self.parts(of: line.text)
      let ink: Ink = isChosen ? .accent : .text
      let column = canvas.write(
        Phrase(reading: parts.code), column: 1, row: row, style: Style(ink, bold: isChosen),
        width: size.width - 2)
      canvas.write(
        Phrase(reading: parts.comment), column: column, row: row, style: Style(.quiet),
        width: max(0, size.width - 1 - column))
    }
    canvas.name(.word("code"), rows: rows.prefix(axis.columns))
    if axis.isCut.before || axis.isCut.after {
      let note = SharedPhrases.lines(axis.visible, of: code.lines.count)
      canvas.write(
        note, column: max(0, size.width - note.count - 1), row: ShapesLayout.tabRow,
        style: Style(.quiet))
    }
    Chrome.say(
      [codeSentence.fitted(to: size.width - 2)], state, rows: sentenceRow..<sentenceRow + 1,
      on: &canvas)
  }

  /// Where the window has rows left: the code below the table, as much of it as stands there whole.
  mutating func drawSpareRows() {
    let first = layout.sentenceRows.upperBound + 1
    // A line for each layer, of a Bidirectional one for it and its halves, and four at least around
    // them: where they have no room none is made.
    let layers = sketch.tried.layers
    let least = layers.count - 2 * layers.count { $0.settings is Bidirectional }
    guard first + 5 + least < size.height else { return }
    var column = 1
    for (title, code) in [
      ("Keras", KerasCode(sketch.tried).code), ("PyTorch", TorchCode(sketch.tried).code),
    ] {
      let width = code.lines.map(\.text.count).max() ?? 0
      guard first + 1 + code.lines.count < size.height, column + width < size.width else {
        continue
      }
      canvas.write(
        plain: ShapesPhrases.same(in: title), column: column, row: first,
        style: Style(.title, bold: true))
      for (index, line) in code.lines.enumerated() {
        let isChosen = line.layer == state.position.layer.place - 1
        canvas.write(
          Phrase(reading: line.text), column: column, row: first + 1 + index,
          style: Style(isChosen ? .accent : .quiet))
      }
      canvas.name(
        .word("code"),
        Rect(column: column, row: first, width: width, height: code.lines.count + 1))
      column += width + 4
    }
  }

  /// A line without its comment, and the comment.
  static func parts(of line: String) -> (code: String, comment: String) {
    var isText = false
    var isEscaped = false
    for place in line.indices {
      let character = line[place]
      if isEscaped {
        isEscaped = false
      } else if character == "\\", isText {
        isEscaped = true
      } else if character == "\"" {
        isText.toggle()
      } else if character == "#", !isText {
        return (String(line[..<place]), String(line[place...]))
      }
    }
    return (line, "")
  }

  /// What the code is.
  private var codeSentence: Sentence {
    if let failure = sketch.plan.failure { return ShapesPhrases.copiesBroken(failure.layerName) }
    let lines = state.shownCode?.lines.count ?? 0
    guard state.position.code == .pytorch else {
      return ShapesPhrases.code(
        "Keras", parameters: sketch.plan.parameterCount ?? 0, lines: lines)
    }
    if let name = TorchCode(sketch.tried).unequal.first {
      return ShapesPhrases.otherwise(name, lines: lines)
    }
    return ShapesPhrases.code(
      "PyTorch", parameters: sketch.plan.torchParameterCount ?? 0, lines: lines)
  }
}
