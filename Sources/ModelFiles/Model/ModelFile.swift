import Documents
import Engine
import Wording

/// A model as a file describes it: what it is called, how it is built, where its numbers are.
package struct ModelFile: Sendable {
  let file: String
  /// What the model is called.
  package var name: String
  var about: String?
  let network: NetworkDescription
  var framework = Framework.keras
  /// The file of Keras's that the network comes from, where the model's own only names it.
  var kerasFile: String?
  /// The layers as a file of Keras's files their weights; nil for a network of ours.
  var savedLayers: [SavedLayer]?
  /// How a file of Keras's says its weights are filled before it learns.
  var initialisers: [String: KerasInitialiser] = [:]
  var weights: String?
  var features: [Feature]?
  var featuresPlace: Place?
  var observations: ObservationRecipe?
  var output: OutputMeaning?
  var telling: [String: Int] = [:]
  /// What stands in the file and is passed over, or does not and is assumed.
  var notes: [PassedOver] = []

  /// A model of which a file says nothing but the network.
  init(_ network: NetworkDescription, in file: String) {
    self.network = network
    self.file = file
    name = Cleaning.text(Self.stem(of: file))
  }

  /// The file and those that it names.
  var files: [String] {
    var files: [String] = []
    for named in [file, kerasFile, weights, observations?.file].compactMap(\.self)
    where !files.contains(named) { files.append(named) }
    return files
  }

  /// The folder's name for a `model.yaml`, otherwise the file's without its ending.
  private static func stem(of file: String) -> String {
    let parts = file.split(separator: "/")
    let last = parts.last.map(String.init) ?? file
    if last == "model.yaml", parts.count > 1 { return String(parts[parts.count - 2]) }
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}
