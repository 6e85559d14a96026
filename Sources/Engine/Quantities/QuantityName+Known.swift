extension QuantityName {
  /// What recurrent layers work out for each unit and timestep, in the order of the list of layers.
  package static let ofLayers: [QuantityName] = quantities.map(\.name)

  /// The gradients of what they remember.
  package static let gradients: [QuantityName] = [.hiddenGradient, .cellGradient]

  /// All that an address can name.
  package static let addressed: [QuantityName] =
    ofLayers + gradients + [.output, .shape, .kernel, .recurrentKernel, .bias, .x]

  /// All that can be shown of a layer for every unit and timestep.
  package static let shown: [QuantityName] = ofLayers + gradients + [.input]

  /// What a word names of all that can be shown of a layer; nil for any other word.
  package init?(shown word: String) {
    guard let name = Self.shown.first(where: { $0.rawValue == word }) else { return nil }
    self = name
  }

  /// The quantity of a recurrent layer that is meant; nil for shapes, weights and inputs.
  package var recurrent: QuantityName? { role == nil ? nil : self }

  /// The letter in the equations: i, f, g, o, c or h; x for what no layer works out.
  package var letter: Character { quantity?.letter ?? "x" }

  /// The full name, as it stands in a row's label.
  package var words: String { quantity?.words ?? rawValue }

  /// One word of it for a narrow column.
  package var short: String { quantity?.short ?? rawValue }
  /// Whether the quantity is carried from one timestep to the next, and so has a value before t 0.
  package var isState: Bool { role == .state }

  /// The place in the series of colours.
  package var series: Int { quantity?.series ?? 0 }

  /// What layers say of this name; kinds that share a name mean the same by it.
  var quantity: LayerQuantity? {
    Self.quantities.first { $0.name == self } ?? Self.gradientsKnown.first { $0.name == self }
  }

  /// What it is for in a layer; nil for shapes, weights and inputs. It is asked for every cell that is
  /// drawn: so the roles stand apart, with nothing to copy.
  var role: LayerQuantity.Role? { Self.roles.first { $0.name == self }?.role }

  private static let roles = (quantities + gradientsKnown).map { (name: $0.name, role: $0.role) }

  private static let quantities: [LayerQuantity] = {
    var known: [LayerQuantity] = []
    for kind in Layer.kinds {
      for quantity in kind.init(name: "").recurrent?.quantities ?? []
      where !known.contains(where: { $0.name == quantity.name }) { known.append(quantity) }
    }
    return known
  }()

  // It asks the states for their letters: so it is made apart from them.
  private static let gradientsKnown: [LayerQuantity] = {
    var known: [LayerQuantity] = []
    for kind in Layer.kinds {
      for gradient in kind.init(name: "").recurrent?.gradients ?? []
      where !known.contains(where: { $0.name == gradient.name }) { known.append(gradient) }
    }
    return known
  }()
}
