import Documents
import Engine
import Wording

/// Weights as a file holds them, by names such as `lstm1/kernel`.
///
/// Whether a network can use them is for the network to say; tensors of types that hold no weights
/// are passed over and named, and refused where the network asks for one of them.
struct StoredWeights {
  let file: String
  let tensors: [String: Tensor]
  /// The tensors of a type that is not read, and that type.
  let passedOver: [String: String]

  /// What was passed over, in one sentence; nil where nothing was.
  var note: String? {
    guard !passedOver.isEmpty else { return nil }
    let tensors = passedOver.sorted { $0.key < $1.key }
      .map { "'\(excerpt($0.key))' (\(excerpt($0.value)))" }
    return Cleaning.text(
      "\(file): passed over \(listed(tensors, "and")), which holds no weights that can be read")
  }
}
