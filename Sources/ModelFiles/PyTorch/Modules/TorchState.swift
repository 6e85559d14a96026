import Documents
import Engine

/// The weights of a network by PyTorch's names, `lstm.weight_ih_l0`, as a state dict has them.
struct TorchState {
  /// The tensors, in the order of the file.
  var parameters: [(name: String, tensor: Tensor)] = []
  /// What the file says of modules, by the names before their tensors: of a whole module alone.
  var classes: [(module: String, TorchClass)] = []
  /// Tensors of a kind that is not read, by name.
  var unread: [String] = []
  /// Whether the order is that in which the modules were made.
  var isOrdered = true
}
