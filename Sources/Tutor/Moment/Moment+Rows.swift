import Engine
import Phrases
import Vocabulary

// The cursor of the layer screen: a unit, or where the screen shows what the layer reads, one of
// those: a feature or a unit of the layer before.
extension Moment {
  /// The row of the main map that the cursor is on.
  var row: Int {
    guard let layer = shownLayer else { return 0 }
    guard position.quantity == .input else { return position.units[layer] }
    return readRow(layer)
  }

  /// The row of the cursor in what a layer reads.
  func readRow(_ layer: Int) -> Int {
    layer == 0 ? position.feature : position.units[layer - 1]
  }

  /// Another row: by its number, or so many further on in the order that is shown.
  func movingRow(_ choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    guard let layer = shownLayer, let sheet = currentSheet else {
      throw .noRecurrentLayer
    }
    let rows = sheet.ranking.rows
    let isInput = position.quantity == .input
    let names = [position.description.input.name] + position.description.layers.map(\.name)
    let row: Int
    switch choice {
    case .by(let distance):
      row = rows[turned(sheet.ranking.place(of: self.row), by: distance, of: rows.count)]
    case .named:
      row = try one(
        choice, from: self.row, count: rows.count,
        of: isInput && layer == 0 ? .features : .units, in: names[isInput ? layer : layer + 1])
    }
    var next = self
    if !isInput {
      next.position.units[layer] = row
    } else if layer == 0 {
      next.position.feature = row
    } else {
      next.position.units[layer - 1] = row
    }
    return next
  }
}

extension Explorer {
  /// The address of what the layer screen's cursor is on where it shows what the layer reads.
  var addressOfRead: Quantity? {
    guard position.screen == .layer, position.quantity == .input, let layer = moment.shownLayer
    else { return nil }
    let timestep = timestepRead(by: layer)
    guard layer > 0 else { return .x(timestep, moment.readRow(layer)) }
    return Quantity(
      layer: position.description.layers[layer - 1].name, .output,
      [timestep, moment.readRow(layer)])
  }
}
