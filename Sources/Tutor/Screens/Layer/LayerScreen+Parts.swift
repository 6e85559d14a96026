import Engine
import Screen
import Vocabulary

/// What can be pointed at.
extension LayerScreen {
  mutating func nameParts() {
    let time = layout.axis.timeline(from: layout.labelWidth)
    frame.name("tabs", row: LayerLayout.tabsRow)
    frame.name("ruler", row: LayerLayout.rulerRow, timeline: time)
    // The input of a layer that reads from the end is not in the order of its own timesteps.
    let inputTime = state.moment.readsFromEnd(layer) ? nil : time
    frame.name("x", row: LayerLayout.inputRow, timeline: inputTime)
    if state.moment.beside != nil {
      frame.name("x", row: LayerLayout.inputRow + 1, timeline: inputTime)
    }
    for (map, place) in zip(sheet.maps, layout.maps) {
      let rect = Rect(
        column: 0, row: place.first, width: layout.scaleColumn + LayerLayout.scaleWidth,
        height: place.lines.count)
      let isInput = map.quantity == .input
      frame.name("map", rect, timeline: isInput ? inputTime : time)
      frame.name(address(of: map.quantity), rect, timeline: isInput ? inputTime : time)
      frame.name(
        "scale",
        Rect(
          column: layout.scaleColumn, row: place.first, width: LayerLayout.scaleWidth,
          height: place.lines.count))
    }
  }

  private func address(of quantity: Command.MapQuantity) -> String {
    if let quantity = LSTMQuantity(rawValue: quantity.rawValue) {
      return quantity.address(in: name)
    }
    return layer == 0 ? "x" : outputAddress(of: state.position.description.layers[layer - 1].name)
  }
}
