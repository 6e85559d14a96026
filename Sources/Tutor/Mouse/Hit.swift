import Screen
import Vocabulary

/// What a click or a turn of the wheel comes to on the screen that a state shows at a size; nil for
/// nothing. Pure, and everything it gives can be had by keys as well.
///
/// The wheel moves through time, on the shapes screen through the layers, in the help through its
/// lines. A click on a layer chooses it, one in a timestep's column goes there, one on a unit of the
/// chosen layer shows it.
package func hit(_ mouse: Mouse, in state: State, size: Size) -> Command? {
  // Whoever is typing is not to be moved away.
  guard state[Prompt.self] == nil, size.width >= NetworkLayout.minimum.width,
    size.height >= NetworkLayout.minimum.height,
    (0..<size.width).contains(mouse.column), (0..<size.height).contains(mouse.row)
  else { return nil }
  switch mouse.kind {
  case .wheelUp: return wheel(-1, in: state)
  case .wheelDown: return wheel(1, in: state)
  case .click: break
  }
  guard state[Help.self] == nil else { return nil }
  switch state.position.screen {
  case .network: return NetworkHit(state.explorer, size: size).command(mouse.column, mouse.row)
  case .shapes: return ShapesScreen(state.explorer, size: size).command(mouse.column, mouse.row)
  case .layer:
    return layerHit(mouse, in: state.explorer, size: size)
  case .unit, .contrast:
    return RulerHit(view(state, size: size), state.explorer)?.command(mouse.column, mouse.row)
  case .schedule: return nil
  }
}

/// A unit's row of the map chooses the unit, unless it is chosen: then the column's timestep counts.
private func layerHit(_ mouse: Mouse, in state: Explorer, size: Size) -> Command? {
  guard let layout = LayerScreen.layout(state, size: size), let sheet = state.moment.currentSheet
  else { return nil }
  let timestep = layout.timestep(atColumn: mouse.column).map { Command.go(.at($0)) }
  guard let place = layout.place(atRow: mouse.row), sheet.ranking.rows.indices.contains(place)
  else {
    return timestep
  }
  let row = sheet.ranking.rows[place]
  return row == state.moment.row ? timestep : .unit(.named(row))
}

private func wheel(_ distance: Int, in state: State) -> Command {
  if state[Help.self] != nil { return .go(.by(3 * distance)) }
  return state.position.screen == .shapes ? .select(.by(distance)) : .go(.by(distance))
}

extension ShapesScreen {
  /// What a click chooses: a way to look, or a layer.
  func command(_ column: Int, _ row: Int) -> Command? {
    if row == ShapesLayout.tabRow {
      return Self.tabs.first { $0.1.contains(column) }.map { .look(.named(.code($0.0))) }
    }
    guard state.shownCode == nil, let place = layout.place(of: row) else { return nil }
    let names = [sketch.tried.input.name] + sketch.tried.layers.map(\.name)
    return .select(.named(names[place]))
  }
}
