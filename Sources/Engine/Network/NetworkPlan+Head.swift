extension NetworkPlan {
  /// The last recurrent layer that can be computed where what is behind it can be read at each of its timesteps: nil where
  /// there is none, or where a layer behind it needs more than one row.
  ///
  /// A head is layers that make each row of one row, from the hidden states of that layer alone.
  package var readLayer: Int? {
    guard let last = layers.indices.last(where: { layers[$0].layer.isRecurrent })
    else { return nil }
    var behind: Set<Int> = [last]
    for index in layers.indices.dropFirst(last + 1) {
      let sources = layers[index].sources
      guard layers[index].isRowwise,
        sources.allSatisfy({ $0.output == 0 && $0.layer.map(behind.contains) == true })
      else { return nil }
      behind.insert(index)
    }
    return last
  }
}
