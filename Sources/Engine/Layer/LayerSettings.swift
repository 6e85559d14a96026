/// The settings of a layer, whatever its kind: what `Layer` hands out of each of its cases.
package protocol LayerSettings: Hashable, Sendable {
  /// Keras's class: `LSTM`.
  static var kind: String { get }

  /// A layer with Keras's defaults where nothing else is said.
  init(name: String, units: Int)

  /// The layer's name, unique in its network.
  var name: String { get set }
  /// How many numbers leave the layer at a time.
  var units: Int { get set }
  /// What else can be set, in the order of Keras's arguments.
  var options: [LayerOption] { get }
  /// The same as one of the list of layers.
  var layer: Layer { get }
  /// The same as a recurrent layer; nil where it keeps no state.
  var recurrent: (any RecurrentLayer)? { get }

  /// The layer behind an input of this shape; `lostBy` is the layer before it that hands on its last
  /// hidden state only.
  ///
  /// Throws what Keras raises where the layer cannot follow, and for settings that are impossible.
  func planned(after input: Shape, lostBy: String?) throws(EngineError) -> PlannedLayer
}

extension LayerSettings {
  package var recurrent: (any RecurrentLayer)? { nil }
}
