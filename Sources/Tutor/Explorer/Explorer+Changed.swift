import Engine
import Vocabulary

// Where the what-ifs are to be marked.
extension Explorer {
  /// Whether a what-if touches what enters.
  var isInputChanged: Bool {
    position.changes.contains { change in
      switch change {
      case .put(let quantity, _): quantity.kind == .x
      case .swap: true
      default: false
      }
    }
  }

  /// Whether a weight, by its key and its place, is another one than the model has.
  func isChanged(weight key: String, at place: Int) -> Bool {
    !position.changes.isEmpty
      && model.network.weights[key]?.values[place] != network.weights[key]?.values[place]
  }

  /// Whether what is supposed touches a layer: one of its units, one of its quantities, at a timestep.
  /// Without a unit or a quantity any of them counts; without a timestep only what holds at every one.
  func isSupposed(
    layer: Int, unit: Int? = nil, quantity: QuantityName? = nil, timestep: Int? = nil
  ) -> Bool {
    touches(of: layer).contains { touch in
      (touch.timestep == nil || touch.timestep == timestep)
        && (unit.flatMap { unit in touch.units.map { $0.contains(unit) } } ?? true)
        && (quantity.map { touch.quantities.contains($0) } ?? true)
    }
  }

  /// The timesteps before which a what-if erases a state of a layer or at which it holds a gate, and 0
  /// where it starts from other states; of any layer where none is named.
  func changedTimesteps(of layer: Int? = nil) -> Set<Int> {
    let layers = layer.map { [$0] } ?? Array(position.description.layers.indices)
    return Set(layers.flatMap { touches(of: $0) }.compactMap(\.timestep))
  }

  private func touches(of layer: Int) -> [Touch] {
    let layer = position.description.layers[layer]
    return position.changes.compactMap { Touch($0, layer) }
  }
}

/// What of a layer a what-if touches.
private struct Touch {
  /// Nil is every unit.
  var units: [Int]?
  var quantities: [QuantityName]
  /// Nil is every timestep.
  var timestep: Int?

  /// Nil where it touches nothing of the layer.
  init?(_ change: WhatIf, _ layer: Layer) {
    let states = layer.recurrent?.states ?? []
    switch change {
    case .clamp(let gate, let held, _):
      guard gate.layer == layer.name else { return nil }
      if case .these(let list) = held { units = list }
      quantities = [gate.kind]
      timestep = gate.heldTimestep
    case .erase(let erased, let timestep, let only):
      quantities = states.filter(erased.contains)
      guard only ?? layer.name == layer.name, !quantities.isEmpty else { return nil }
      self.timestep = timestep
    case .put(let weight, _):
      guard weight.kind != .x, weight.layer == layer.name else { return nil }
      let sums = layer.recurrent?.sums.map(\.name) ?? [.output]
      quantities = sums
      // A column of a weight is a unit in one of the sums.
      guard let column = weight.indices.last.flatMap(\.self), let width = layer.width else {
        return
      }
      units = [column % width]
      quantities = sums.indices.contains(column / width) ? [sums[column / width]] : []
    case .start(.some):
      guard !states.isEmpty else { return nil }
      quantities = states
      timestep = 0
    case .start(nil), .swap: return nil
    }
  }
}

extension Quantity {
  /// The one timestep at which a gate of this address is held; nil for every one.
  var heldTimestep: Int? { indices.first.flatMap(\.self) }
}
