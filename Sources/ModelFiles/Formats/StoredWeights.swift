import Documents
import Engine

/// Weights as a file holds them.
protocol StoredWeights: Sendable {
  /// What stands in the file beside weights; nil where nothing was passed over.
  var note: PassedOver? { get }

  /// The weights under the names that a network has for them, `lstm1/kernel`.
  ///
  /// Throws where the file has too little for a layer of the `plan`. Whether the network can use what
  /// is there is for the network to say.
  func tensors(for model: ModelFile, _ plan: NetworkPlan) throws(FileError) -> [String: Tensor]

  /// What is told instead of a fault that the network of a `plan` found; nil where that says it all.
  func refined(_ error: EngineError, _ plan: NetworkPlan) -> FileError?
}

extension StoredWeights {
  func refined(_ error: EngineError, _ plan: NetworkPlan) -> FileError? { nil }
}
