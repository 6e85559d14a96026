import Engine
import Phrases
import Vocabulary

// The shapes screen: another size of the network, on paper only.
extension Moment {
  /// The network that the shapes screen counts: the open one, with the sizes that are tried. Flags
  /// are those of the open one, wherever they were set.
  var sketch: NetworkDescription {
    guard let sizes = position.sketch else { return position.description }
    var sketch = position.description
    sketch.input.features = sizes.input.features
    sketch.input.timesteps = sizes.input.timesteps
    for (index, layer) in sizes.layers.enumerated() {
      if let width = layer.width { sketch.layers[index] = sketch.layers[index].with(width: width) }
    }
    return sketch
  }

  /// Another size of a part; the shapes and counts follow, no number is computed.
  func sizing(
    _ part: Command.NetworkPart, _ choice: Command.Choice<Int>
  ) throws(Refusal) -> Moment {
    var sketch = sketch
    switch part {
    case .features: sketch.input.features = try size(choice, from: sketch.input.features)
    case .timesteps:
      guard sketch.input.hasTimesteps else {
        throw .noTimestepAxis(input: sketch.input.name)
      }
      sketch.input.timesteps = try size(
        choice, from: sketch.input.timesteps ?? example.observation.timesteps)
    case .chosenUnits:
      guard case .layer(let index) = position.layer else {
        throw .noUnits(input: selectedName)
      }
      return try sizing(.units(layer: sketch.layers[index].name), choice)
    case .units(let name):
      guard let index = sketch.layers.firstIndex(where: { $0.name == name }) else {
        throw .unknownLayer(name, known: [])
      }
      guard let width = sketch.layers[index].width else { throw .noUnits(input: selectedName) }
      sketch.layers[index] = sketch.layers[index].with(width: try size(choice, from: width))
    }
    var next = self
    next.position.sketch = sketch == position.description ? nil : sketch
    return try next.position.screen == .shapes ? next : next.opening(.shapes)
  }

  private func size(_ choice: Command.Choice<Int>, from now: Int) throws(Refusal) -> Int {
    let allowed = 1...9999
    switch choice {
    case .by(let distance): return moved(now, by: distance, within: allowed)
    case .named(let size):
      guard allowed.contains(size) else {
        throw .size(found: size, allowed: allowed)
      }
      return size
    }
  }
}
