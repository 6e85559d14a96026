import Engine
import Insight
import Phrases
import Screen

/// How far the gradient reaches back through each recurrent layer.
extension NetworkScreen {
  /// The size of the gradient of what a layer remembers, over all of its units, at each timestep.
  mutating func drawGradient(_ layer: Int, _ row: Int) {
    guard let settings = state.recurrent(layer) else { return }
    let quantity = settings.gradientOfRemembered
    canvas.extend(.layer(name(of: layer)), row: row)
    canvas.name(quantity.part(of: name(of: layer)), row: row, timeline: timeline)
    chooses(layer, row: row)
    canvas.goes(time.columns, rows: row..<row + 1)
    mark(isChosen(layer), row)
    let names = GradientPhrases.sizes(of: settings.remembered.letter, isLoss: state.knowsLoss)
    canvas.write(
      plain: layout.showsNames ? names : quantity.symbol, column: 1, row: row,
      style: Style(quantity.ink, bold: !layout.showsNames), width: layout.labelWidth - 1)
    let reach = GradientReach(state.trace, quantity, layer: layer)
    let known = time.known(of: quantity).clamped(to: 0..<reach.sizes.count)
    time.bars(
      Array(reach.sizes[known]), of: known, scale: reach.scale, ink: quantity.ink, row: row,
      on: &canvas)
    let now = min(state.timestep, reach.sizes.count - 1)
    let values = ValueColumns(
      value: layout.valueColumn, scale: layout.showsScale ? layout.scaleColumn : nil,
      end: size.width)
    values.draw(
      reach.sizes[now], scale: reach.scale, signed: false,
      text: Phrase(gradient: reach.sizes[now], signed: false), row: row, on: &canvas)
  }
}
