import Engine

/// A layer as Keras files its weights: by its name in the older files, by its class in the newer.
struct SavedLayer: Hashable, Sendable {
  /// The layer's own name.
  let name: String
  /// Keras's class, as the file has it: `CuDNNLSTM`.
  let className: String
  /// The layers of the network that have its weights, in the order of its arrays: two of a Bidirectional,
  /// none of a model.
  var ownParts: [String] = []
  /// The layers of a model within the model, or the cells of an RNN of several.
  var layers: [SavedLayer] = []
  /// Where the newer files keep them below it.
  var folder = "layers"

  /// The layers of the network that it and the layers in it became.
  var parts: [String] { ownParts + layers.flatMap(\.parts) }

  /// The layers that hold no others, in their order.
  var leaves: [SavedLayer] { layers.isEmpty ? [self] : layers.flatMap(\.leaves) }

  /// Some layers with the names of their groups in a file of weights: their classes in small letters,
  /// numbered from the second of a class on.
  static func grouped(_ layers: [SavedLayer]) -> [(group: String, layer: SavedLayer)] {
    var used: [String: Int] = [:]
    return layers.map { layer in
      // A class of somebody's own is written with its package, `own>Layer`.
      let name = snakeCased(layer.className.filter { $0.isLetter || $0.isNumber || $0 == "_" })
      let count = used[name, default: 0]
      used[name] = count + 1
      return (count == 0 ? name : "\(name)_\(count)", layer)
    }
  }
}

extension SavedLayer {
  /// The layers of a network that no file of Keras's describes: a Bidirectional is one.
  static func all(of network: NetworkDescription) -> [SavedLayer] {
    var halves: Set<String> = []
    for layer in network.layers where layer.settings is Bidirectional {
      halves.formUnion(layer.reads?.map(\.layer) ?? [])
    }
    return network.layers.filter { !halves.contains($0.name) }.map { layer in
      let reads = layer.reads?.map(\.layer) ?? []
      return SavedLayer(
        name: layer.name, className: layer.kind,
        ownParts: layer.settings is Bidirectional ? reads : [layer.name])
    }
  }

  /// The arrays of the layer, divided among its parts.
  func divided(
    _ arrays: [KerasArray], _ needed: [String: PlannedLayer]
  ) -> [String: [KerasArray]] {
    let counts = ownParts.map { needed[$0]?.weightShapes.count ?? 0 }
    let isPlain = counts.reduce(0, +) == arrays.count
    // Forms of older versions have other numbers of arrays, the same for both halves.
    let each = (arrays.count + ownParts.count - 1) / max(ownParts.count, 1)
    var found: [String: [KerasArray]] = [:]
    var rest = arrays[...]
    for (part, count) in zip(ownParts, counts) where count > 0 {
      found[part] = Array(rest.prefix(isPlain ? count : each))
      rest = rest.dropFirst(isPlain ? count : each)
    }
    return found
  }
}
