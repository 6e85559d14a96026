import Engine

/// A model as a file of Keras's describes it.
struct KerasModel: Sendable {
  var network: NetworkDescription
  /// Its layers as its weights are filed.
  var layers: [SavedLayer]
  /// How its weights are filled before it learns, by their names, `lstm1/kernel`.
  var initialisers: [String: KerasInitialiser]
  /// What changes how Keras trains it, and is passed over.
  var settingsOfTraining: [PassedOver.Settings]
}
