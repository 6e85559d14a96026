import Engine

/// A layer as Keras files its weights: by its name in the older files, by its class in the newer.
struct SavedLayer: Hashable, Sendable {
  /// The layer's own name.
  let name: String
  /// Keras's class, as the file has it: `CuDNNLSTM`.
  let className: String
  /// The layer of the network that it became; nil for one without weights and for a model.
  var part: String?
  /// The layers of a model within the model.
  var layers: [SavedLayer] = []

  /// The layers of the network that it and the layers in it became.
  var parts: [String] { [part].compactMap(\.self) + layers.flatMap(\.parts) }

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
  /// A layer of a network that no file of Keras's describes.
  init(_ layer: Layer) {
    self.init(name: layer.name, className: layer.kind, part: layer.name)
  }
}
