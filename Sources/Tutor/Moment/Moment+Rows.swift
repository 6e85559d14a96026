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
    position.description.before(layer).map { position.units[$0] } ?? position.feature
  }

  /// Another row: by its number, or so many further on in the order that is shown.
  func movingRow(_ choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    guard let layer = shownLayer, let sheet = currentSheet else {
      throw .noRecurrentLayer
    }
    let rows = sheet.ranking.rows
    let isInput = position.quantity == .input
    let before = position.description.before(layer)
    let part = isInput ? before : layer
    let row: Int
    switch choice {
    case .by(let distance):
      row = rows[turned(sheet.ranking.place(of: self.row), by: distance, of: rows.count)]
    case .named:
      row = try one(
        choice, from: self.row, count: rows.count,
        of: part == nil ? .features : .units,
        in: part.map { position.description.layers[$0].name } ?? position.description.input.name)
    }
    var next = self
    if let part {
      next.position.units[part] = row
    } else {
      next.position.feature = row
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
    guard let before = position.description.before(layer) else {
      return .x(timestep, moment.readRow(layer))
    }
    return Quantity(
      layer: position.description.layers[before].name, .output,
      [timestep, moment.readRow(layer)])
  }
}
