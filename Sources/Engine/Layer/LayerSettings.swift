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
  static var settings: [LayerSetting<Self>] { get }
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
  /// What can be set beside the name and the width, as it is, in the order of Keras's arguments.
  package var options: [LayerOption] { Self.settings.map { $0.option(of: self) } }

  /// Sets what an option of its own is; others change nothing.
  package mutating func set(_ name: String, to value: LayerOption.Value) {
    for setting in Self.settings where setting.name == name { setting.set(value, in: &self) }
  }

  /// What a model file of ours, and Keras in a file of weights, call a layer of the kind: `simple_rnn`.
  package static var word: String { snakeCased(kind) }

  package var recurrent: (any RecurrentLayer)? { nil }
}

/// The name of a class with a line before each word that begins with a capital, as Keras has it: `SimpleRNN`
/// is `simple_rnn`, `Conv1D` is `conv1d`, `TimeDistributed` is `time_distributed`.
package func snakeCased(_ name: String) -> String {
  var result = ""
  let characters = Array(name)
  for (place, character) in characters.enumerated() {
    if character.isUppercase, place > 0 {
      let followsSmall = characters[place - 1].isLowercase
      let beginsWord = place + 1 < characters.count && characters[place + 1].isLowercase
      if followsSmall || beginsWord { result.append("_") }
    }
    result += character.lowercased()
  }
  return result
}
