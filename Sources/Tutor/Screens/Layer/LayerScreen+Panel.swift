import Engine
import Phrases
import Screen

/// All numbers of the cursor's unit, where the width has room for them beside the map.
extension LayerScreen {
  mutating func drawPanel() {
    guard let column = layout.panelColumn else { return }
    let room = min(size.width - column - 1, 40)
    let unit = state.position.units[layer]
    var row = layout.maps[0].first
    let end = layout.sentences.lowerBound
    func fits(_ count: Int) -> Bool { row + count <= end }
    guard fits(state.quantities(of: layer).count + 2) else { return }
    let title =
      map.quantity == .input
      ? LayerPhrases.numbers(unit: unit, of: name, at: timestep)
      : LayerPhrases.numbers(unit: unit, at: timestep)
    let beside = state.moment.beside
    canvas.write(
      title, column: column, row: row, style: Style(.title, bold: true),
      width: beside != nil && room >= 32 ? 23 : room)
    if let beside, room >= 32 {
      canvas.write(
        plain: beside.example.facts.name, column: column + 24, row: row, style: Style(.quiet),
        width: room - 24)
    }
    row += 1
    for quantity in state.quantities(of: layer) {
      canvas.write(
        plain: "\(quantity.letter)", column: column, row: row,
        style: Style(quantity.ink, bold: true))
      canvas.write(plain: quantity.words, column: column + 2, row: row)
      let text = number(quantity, state.trace)
      canvas.write(text, column: column + 22 - text.count, row: row, style: Style(.text))
      if let beside, room >= 32 {
        let isThere = state.timeline.read.count <= beside.trace.input.timesteps
        let text = isThere ? number(quantity, beside.trace) : "·"
        canvas.write(text, column: column + 31 - text.count, row: row, style: Style(.quiet))
      }
      row += 1
    }
    row += 1
    for line in Fitted.lines(LayerWords(self).meaning, width: room) where row < end {
      canvas.write(plain: line, column: column, row: row, style: Style(.quiet))
      row += 1
    }
  }

  /// A number of the cursor's unit at this timestep, a dot where there is none.
  func number(_ quantity: QuantityName, _ trace: Trace) -> Phrase {
    guard let values = trace.values(quantity, layer: layer, at: timestep) else { return "·" }
    let value = values[state.position.units[layer]]
    return Phrase(value, digits: 3, signed: !isShare(quantity))
  }

  /// Whether a quantity is written without a sign.
  private func isShare(_ quantity: QuantityName) -> Bool {
    let known = state.position.description.layers[layer].recurrent?.quantity(quantity)
    return known?.role == .gate && known?.range == 0...1
  }
}
