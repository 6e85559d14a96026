import Documents

extension ModelFile {
  /// Reads Keras's JSON, which says nothing but the network.
  static func keras(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    ModelFile(try KerasJSON.read(file), in: file)
  }

  /// A model of which a file of Keras's says how it is built and filed.
  init(_ model: KerasModel, in file: String) {
    self.init(model.network, in: file)
    savedLayers = model.layers
    initialisers = model.initialisers
    if !model.settingsOfTraining.isEmpty {
      notes.append(PassedOver(file: file, content: .training(model.settingsOfTraining)))
    }
  }
}
