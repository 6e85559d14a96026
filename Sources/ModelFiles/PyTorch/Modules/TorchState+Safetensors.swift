import Documents
import Engine

extension TorchState {
  /// The tensors of a safetensors file; nil where they have other names than PyTorch's.
  ///
  /// The order in which the modules were made is lost: the tensors stand by size and name.
  init?(_ file: Safetensors) {
    guard file.tensors.keys.contains(where: Self.isTorch) else { return nil }
    isOrdered = false
    parameters = file.tensors.sorted { $0.key < $1.key }.map { ($0.key, Tensor($0.value)) }
    unread = file.passedOver.keys.sorted().filter { !$0.hasSuffix("num_batches_tracked") }
  }

  /// Whether a tensor is called as those of an `nn.LSTM`, `nn.Linear` or the like are.
  private static func isTorch(_ name: String) -> Bool {
    let leaf = TorchModules.split(name).leaf
    return leaf == "weight" || leaf.hasPrefix("weight_hh")
  }
}
