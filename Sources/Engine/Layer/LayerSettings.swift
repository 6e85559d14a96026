/// The settings of a layer, whatever its kind.
package protocol LayerSettings: Hashable, Sendable {
  /// Keras's class: `LSTM`.
  static var kind: String { get }

  /// What a model file of ours calls a layer of the kind: `simple_rnn`.
  static var word: String { get }

  /// A layer with Keras's defaults where nothing else is said; of one unit where Keras has none.
  init(name: String)

  /// The layer's name, unique in its network.
  var name: String { get set }
  /// What says how many numbers leave the layer at a time; nil where that follows from what it reads.
  static var widthSetting: WidthSetting<Self>? { get }
  /// How many numbers leave the layer at a time; nil where that follows from what it reads, and is
  /// not set then.
  var width: Int? { get set }
  /// What else can be set, in the order of Keras's arguments.
  static var settings: [LayerSetting<Self>] { get }
  /// The same as a layer of a network.
  var layer: Layer { get }
  /// The same as a recurrent layer; nil where it keeps no state.
  var recurrent: (any RecurrentLayer)? { get }
  /// Whether something else than what was read leaves the layer; false for what works only in training.
  var changesNumbers: Bool { get }

  /// What the layer makes of inputs of these shapes; `lostBy` is the layer before it that hands on its
  /// last hidden state only.
  ///
  /// Throws what Keras raises where the layer cannot follow, and for settings that are impossible.
  func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan
}

/// What says how many numbers leave a layer at a time, under Keras's name.
package struct WidthSetting<Settings>: Sendable {
  /// Keras's name: `units`, `filters`, `output_dim`.
  package let name: String
  let path: WritableKeyPath<Settings, Int> & Sendable

  init(_ name: String, _ path: WritableKeyPath<Settings, Int> & Sendable) {
    self.name = name
    self.path = path
  }
}

extension LayerSettings {
  package static var widthSetting: WidthSetting<Self>? { nil }
  package static var settings: [LayerSetting<Self>] { [] }
  package var recurrent: (any RecurrentLayer)? { nil }
  package var changesNumbers: Bool { true }

  /// Keras's name for the width: `units`; nil where there is none.
  package static var widthName: String? { widthSetting?.name }

  package var width: Int? {
    get { Self.widthSetting.map { self[keyPath: $0.path] } }
    set {
      if let newValue, let setting = Self.widthSetting { self[keyPath: setting.path] = newValue }
    }
  }

  /// What can be set beside the name and the width, as it is, in the order of Keras's arguments.
  package var options: [LayerOption] { Self.settings.map { $0.option(of: self) } }

  /// Sets what an option of its own is; others change nothing.
  package mutating func set(_ name: String, to value: LayerOption.Value) {
    for setting in Self.settings where setting.name == name { setting.set(value, in: &self) }
  }

  package static var word: String { snakeCased(kind) }

  /// Whether others are of the same kind and say the same.
  func isSame(as other: any LayerSettings) -> Bool { (other as? Self) == self }
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
