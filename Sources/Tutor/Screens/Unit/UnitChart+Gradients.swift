import Engine
import Insight
import Phrases
import Screen

/// The rows of gradients, and of what is kept.
extension UnitChart {
  /// Rows that it has for gradients and what is kept; 0 where they are not shown.
  static func gradientRows(_ state: Explorer, layer: Int) -> Int {
    guard state.showsGradients, let settings = state.recurrent(layer) else { return 0 }
    return settings.gradients.count + (settings.keepingFactors.isEmpty ? 0 : 1)
  }

  /// How much of what the unit remembered at each timestep is still in it now; nil where no gate keeps.
  var kept: [Float]? {
    state.trace.kept(layer: layer, unit: state.unit(of: layer), at: state.timestep)
  }

  func drawKept(_ kept: [Float], _ first: Int, on canvas: inout Canvas) {
    guard let settings = state.recurrent(layer), let gate = settings.keepingFactors.first else {
      return
    }
    let ink = gate.name.ink
    let read = time.window.visible.clamped(to: 0..<kept.count)
    for line in 0..<height {
      time.bars(
        Array(kept[read]), of: read, scale: .unit, ink: ink, line: line, height: height,
        row: first + line, on: &canvas)
    }
    let row = first + height / 2
    let end = canvas.write(
      plain: "Π\(gate.name.letter)", column: 1, row: row, style: Style(ink, bold: true))
    if time.showsWords {
      canvas.write(
        plain: UnitPhrases.keptSince(settings.remembered.letter), column: end + 1, row: row,
        width: 13)
    }
    canvas.write(
      valueWidth > 7 ? UnitPhrases.scale(ValueScale.unit.text) : Phrase(reading: "0–1"),
      column: time.last + 1, row: row, style: Style(.quiet), width: valueWidth - 1)
  }
}
