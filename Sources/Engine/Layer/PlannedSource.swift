/// What a layer in its place reads.
package struct PlannedSource: Hashable, Sendable {
  /// The place of the layer that hands it on; nil for the input of the network.
  package var layer: Int?
  /// 0 for its output; 1 and more for its states.
  package var output: Int

  /// What the network's input hands on.
  package static let input = PlannedSource(layer: nil, output: 0)
}
