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

  /// Whether a what-if touches a unit of a layer at every timestep: a gate that is held, a weight.
  func isChanged(unit: Int, of layer: Int) -> Bool {
    let name = position.description.layers[layer].name
    return position.changes.contains { change in
      switch change {
      // Held at one timestep, it has a mark over that one.
      case .clamp(let quantity, _, _) where quantity.heldTimestep != nil: false
      case .clamp(let quantity, .all, _): quantity.layer == name
      case .clamp(let quantity, .these(let units), _):
        quantity.layer == name && units.contains(unit)
      case .put(let quantity, _): quantity.kind != .x && quantity.layer == name
      default: false
      }
    }
  }

  /// The timesteps before which a what-if erases a state of a layer or at which it holds a gate, and 0
  /// where it starts from other states; of any layer where none is named.
  func changedTimesteps(of layer: Int? = nil) -> Set<Int> {
    let name = layer.map { position.description.layers[$0].name }
    return Set(
      position.changes.compactMap { change in
        switch change {
        case .erase(_, let timestep, let erased):
          name == nil || erased == nil || erased == name ? timestep : nil
        case .clamp(let quantity, _, _):
          name == nil || quantity.layer == name ? quantity.heldTimestep : nil
        case .start(.some): 0
        default: nil
        }
      })
  }
}

extension Quantity {
  /// The one timestep at which a gate of this address is held; nil for every one.
  var heldTimestep: Int? { indices.first.flatMap(\.self) }
}
