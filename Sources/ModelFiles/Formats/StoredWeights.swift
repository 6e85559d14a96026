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

  /// What was passed over; nil where nothing was.
  var note: PassedOver? {
    guard !passedOver.isEmpty else { return nil }
    let tensors = passedOver.sorted { $0.key < $1.key }
      .map { PassedOver.Tensor(name: excerpt($0.key), type: excerpt($0.value)) }
    return PassedOver(file: file, content: .tensors(tensors))
  }
}
