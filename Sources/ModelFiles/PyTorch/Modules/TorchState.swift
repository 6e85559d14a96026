import Documents
import Engine
import Pickle

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

/// What a whole module says of one of its modules.
struct TorchClass: Hashable {
  /// The class: `LSTM`.
  let name: String
  /// Whether it is one of `torch.nn`.
  let isTorch: Bool
  /// Attributes that are texts, numbers or truths.
  let attributes: [String: PickleValue]
}
