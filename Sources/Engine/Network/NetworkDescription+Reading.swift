extension NetworkDescription {
  /// The place of the layer whose output a layer reads first; nil for the network's input.
  package func before(_ layer: Int) -> Int? {
    guard let reads = layers[layer].reads else { return layer == 0 ? nil : layer - 1 }
    guard let first = reads.first else { return nil }
    return layers.firstIndex { $0.name == first.layer }
  }

  /// The place of the first layer that reads what a layer hands on; nil where none does.
  package func behind(_ layer: Int) -> Int? {
    layers.indices.dropFirst(layer + 1).first { index in
      layers[index].reads.map { $0.contains { $0.layer == layers[layer].name } }
        ?? (index == layer + 1)
    }
  }

  /// How many numbers leave a layer at a time; 1 where that follows from a layer that cannot follow.
  package func units(of layer: Int) -> Int {
    if let width = layers[layer].width { return width }
    let planned = plan().layers
    return planned.indices.contains(layer) ? max(1, planned[layer].units) : 1
  }
}

extension NetworkDescription {
  /// The Embedding that reads an input of whole numbers; nil where none does.
  package func table(reading input: InputLayer) -> Embedding? {
    for (index, layer) in layers.enumerated() {
      guard let embedding = layer.settings as? Embedding else { continue }
      if let reads = layer.reads {
        if reads.contains(Source(input.name)) { return embedding }
      } else if index == 0 ? input.name == self.input.name : layers[index - 1].name == input.name {
        return embedding
      }
    }
    return nil
  }
}
