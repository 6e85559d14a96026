import Phrases
import Screen

/// The line of looks: the picture, and the phases of the ledger; the open one is marked.
enum UnitLooks {
  static func draw(_ state: Explorer, row: Int, on canvas: inout Canvas) {
    let phases = state.position.phases
    let now = state.position.phase
    let names = [UnitPhrases.picture] + phases.names.enumerated().map { "\($0 + 1) \($1)" }
    let length = names.reduce(0) { $0 + $1.count } + 2
    let isRoomy = length + 3 * (names.count - 1) <= canvas.width
    let hasRead = state.position.timestep != nil
    canvas.name(.word("phases"), row: row)
    var column = 1
    for (phase, name) in names.enumerated() {
      if phase > 0 {
        let separator = phase > 1 && isRoomy ? " ▸ " : isRoomy ? "   " : " "
        column = canvas.write(plain: separator, column: column, row: row, style: Style(.ghost))
      }
      let isOpen = phase == now
      // In the ledger what is to come is quiet.
      let isThere = phase == 0 || hasRead && now >= phase
      let style =
        isOpen
        ? Style(.accent, bold: true, underlined: true) : Style(isThere ? .text : .quiet)
      let start = column
      column = canvas.write(plain: name, column: column, row: row, style: style)
      canvas.click(
        Rect(column: start, row: row, width: column - start, height: 1),
        .does(.look(.named(.phase(phase)))))
    }
    let hint = now == 0 ? UnitPhrases.ledger : UnitPhrases.nextPhase
    guard canvas.width - column > hint.count + 3 else { return }
    canvas.write(
      plain: hint, column: canvas.width - hint.count - 1, row: row, style: Style(.quiet))
  }
}
