import Engine
import Insight
import Phrases
import Vocabulary

// The Dense screen: the term that is chosen of a unit's sum, and where it comes from.
extension Moment {
  /// The Dense layers that can be computed, by their place among input and layers.
  var densePlaces: [Int] {
    network.plan.layers.indices.filter { network.plan.layers[$0].layer.isDense }.map { $0 + 1 }
  }

  /// The Dense layer that the screen opens with: the chosen one, or the last where another is chosen.
  func denseToOpen() throws(Refusal) -> Position.Selection {
    let layers = position.description.layers
    if case .layer(let index) = position.layer, layers[index].isDense {
      guard densePlaces.contains(position.layer.place) else {
        throw .unbuilt(layer: layers[index].name)
      }
      return position.layer
    }
    guard let place = densePlaces.last else {
      throw layers.contains(where: \.isDense) ? .noDenseLayerBuilt : .noDenseLayer
    }
    return Position.Selection(place: place)
  }

  /// What the chosen layer reads at this timestep; nil before the first, and of a layer that is not
  /// Dense.
  func denseReading(of trace: Trace) -> DenseReading? {
    guard case .layer(let index) = position.layer, let timestep = position.timestep else {
      return nil
    }
    return DenseReading(trace, layer: index, timestep: timestep)
  }

  /// Another term: by its place among what the layer reads, or so many further down.
  func taking(_ choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    var next = position.screen == .dense ? self : try opening(.dense)
    guard let (reading, sum) = next.denseSum else { throw .nothingReadToFollow }
    switch choice {
    case .named:
      next.position.term = try one(
        choice, from: 0, count: sum.terms.count,
        of: position.description.before(reading.layer) == nil ? .features : .units,
        in: next.readName(of: reading.layer))
    case .by(let distance):
      let rank = sum.order.firstIndex(of: next.position.term ?? sum.order[0]) ?? 0
      next.position.term = sum.order[moved(rank, by: distance, within: 0...sum.order.count - 1)]
    }
    return next
  }

  /// Where the chosen term comes from: the unit of the layer before, or the feature.
  func descending() throws(Refusal) -> Moment {
    guard let (reading, sum) = denseSum else { throw .nothingReadToFollow }
    let term = position.term ?? sum.order[0]
    var next = self
    next.position.term = nil
    if let before = position.description.before(reading.layer) {
      next.position.layer = .layer(before)
      next.position.units[before] = term
      if position.description.layers[before].isRecurrent { next.position.screens.append(.unit) }
    } else {
      next.position.layer = .input
      next.position.feature = term
      next.position.screens.append(.network)
    }
    next.position.descents.append(
      Descent(position, depth: next.position.screens.count))
    return next
  }

  private var denseSum: (DenseReading, DenseSum)? {
    denseReading(of: trace).map { ($0, $0.sum(of: position.units[$0.layer])) }
  }

  private func readName(of layer: Int) -> String {
    position.description.before(layer).map { position.description.layers[$0].name }
      ?? position.description.input.name
  }
}

extension Layer {
  /// Whether it is a layer without memory.
  var isDense: Bool { settings is Dense }
}
