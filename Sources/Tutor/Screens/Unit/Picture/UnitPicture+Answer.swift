import Engine
import Phrases
import Screen

/// What the network answers at the end of the sequence, while a what-if changes something.
extension UnitPicture {
  mutating func drawAnswer(_ row: Int) {
    guard let before = state.moment.before?.trace,
      !before.end.isEmpty, !state.trace.end.isEmpty
    else { return }
    let (old, new) = (before.end, state.trace.end)
    canvas.name(.word("answer"), row: row)
    let answer = forms(old, new)
    let counted = state.score.map { UnitPhrases.answer(answer, score: $0) } ?? []
    canvas.write(
      Fitted.form(counted + answer, width: size.width - 2), column: 1, row: row,
      style: Style(.warning, bold: true), width: size.width - 2)
  }

  private func forms(_ old: [Float], _ new: [Float]) -> [Phrase] {
    guard old.count == 1, new.count == 1 else {
      func largest(_ values: [Float]) -> Int {
        values.indices.max { values[$0] < values[$1] } ?? 0
      }
      return [UnitPhrases.answer(largest: largest(old), largest(new))]
    }
    let isShare = state.isOutputShare
    return UnitPhrases.answer(
      Phrase(old[0], digits: 3, signed: !isShare), Phrase(new[0], digits: 3, signed: !isShare),
      meaning: state.model.output.map { meaning in
        (meaning.label, meaning.answer(old[0]), meaning.answer(new[0]))
      })
  }
}
