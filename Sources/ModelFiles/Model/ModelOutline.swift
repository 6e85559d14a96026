import Documents
import Engine

/// What can be said of a model before it runs: no weight is drawn and no observation made up, so that
/// even a network too large for this machine can be described.
package struct ModelOutline: Sendable {
  /// What it is called.
  package let name: String
  /// One sentence on what it does; empty where nobody wrote one.
  package let about: String
  /// What wrote its file.
  package let framework: Framework
  /// The layers.
  package let description: NetworkDescription
  /// Their shapes and counts, up to the first that cannot follow.
  package let plan: NetworkPlan
  /// Where the weights come from.
  package let weights: WeightsOrigin
  /// Why the network cannot run: a layer that cannot follow, or a file of weights that do not fit.
  package let fault: FileError?
  /// What stands in its files and is passed over.
  package let notes: [PassedOver]

  init(_ model: ModelFile, weights: String?, input: ObservationFile?, seed: UInt64) {
    name = model.name
    about = model.about ?? ""
    framework = model.framework
    description = model.network
    plan = model.network.plan()
    let file = weights ?? model.weights
    self.weights = file.map { .file($0) } ?? .untrained(seed: seed)
    var notes = model.notes
    if let failure = plan.failure {
      fault = FileError(model.file, .network(failure.error))
    } else if let file {
      do throws(FileError) {
        _ = try LoadedModel.network(model, file, seed, &notes)
        fault = nil
      } catch {
        fault = error
      }
    } else {
      fault = nil
    }
    self.notes = notes + [input?.note].compactMap(\.self)
  }
}
