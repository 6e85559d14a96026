/// What is wrong with a file of PyTorch's, or with the network that its names and shapes say.
package enum TorchFault: Error, Hashable, Sendable {
  // The file
  case notTorch
  case noPickle
  case tarForm
  case cutShort
  case storageType(String)
  case noState
  /// A safetensors file whose tensors do not say what the layers are.
  case ownNames
  case severalNetworks([String])
  case tooDeep
  case tensor(String, Unread)

  // Its modules
  /// All that cannot be opened, at once.
  case modules([Module])
  /// The weights of a recurrent module that do not belong together.
  case shapes(module: String)
  /// No order in which each reads as many numbers as the one before it gives.
  case noChain([Link])
  case tooManyModules(limit: Int)
  case noModules

  /// Why a tensor is not read.
  package enum Unread: Hashable, Sendable {
    case noStorage
    case beyondStorage
    case kind
  }

  /// A module that cannot be opened.
  package struct Module: Hashable, Sendable {
    package let name: String
    package let kind: Kind

    package enum Kind: Hashable, Sendable {
      /// A class of `torch.nn` that its tensors give away.
      case known(String)
      /// The same where ours has no such setting: `approximate='tanh'`.
      case setting(String, String)
      case projection
      /// Tensors by name and shape that belong to no class that is known here.
      case tensors([String])
    }
  }

  /// A module with the numbers that it reads and gives.
  package struct Link: Hashable, Sendable {
    package let module: String
    package let reads: Int?
    package let gives: Int
  }
}
