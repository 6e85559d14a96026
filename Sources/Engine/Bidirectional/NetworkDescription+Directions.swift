extension NetworkDescription {
  /// The place of the layer that reads the other way round within the same Bidirectional; nil for a
  /// layer that is in none.
  package func otherDirection(of layer: Int) -> Int? {
    let name = layers[layer].name
    for meeting in layers where meeting.settings is Bidirectional {
      guard let reads = meeting.reads, reads.contains(where: { $0.layer == name }),
        let other = reads.first(where: { $0.layer != name })
      else { continue }
      return layers.firstIndex { $0.name == other.layer }
    }
    return nil
  }

  /// Whether a recurrent layer hands on all of its hidden states; both of a Bidirectional do the same,
  /// whose flag it is.
  package mutating func setReturnSequences(of layer: Int, to value: Bool) {
    let other = otherDirection(of: layer)
    for place in [layer, other].compactMap(\.self) {
      guard var settings = layers[place].recurrent else { continue }
      settings.returnSequences = value
      if other != nil { settings.zerosWhereSkipped = value }
      layers[place] = layers[place].with(settings)
    }
  }
}
