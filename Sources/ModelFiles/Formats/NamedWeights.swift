import Documents
import Engine
import Wording

/// Weights with names: `lstm1/kernel`, or Keras's own paths, `sequential/lstm1/lstm_cell/kernel`.
///
/// Tensors of types that hold no weights are passed over and named, and refused where the network asks
/// for one of them.
struct NamedWeights: StoredWeights {
  let file: String
  let tensors: [String: Tensor]
  /// The tensors of a type that is not read, and that type.
  let passedOver: [String: String]

  var note: PassedOver? {
    guard !passedOver.isEmpty else { return nil }
    let tensors = passedOver.sorted { $0.key < $1.key }
      .map { PassedOver.Tensor(name: excerpt($0.key), type: excerpt($0.value)) }
    return PassedOver(file: file, content: .tensors(tensors))
  }

  func tensors(for model: ModelFile, _ plan: NetworkPlan) throws(FileError) -> [String: Tensor] {
    let needed = plan.layers.flatMap(\.weightShapes)
    guard needed.contains(where: { tensors[$0.key] == nil }) else { return tensors }
    var result = tensors
    for weight in needed where tensors[weight.key] == nil {
      let paths = tensors.keys.filter { Self.path($0, names: weight) }
      guard paths.count == 1, let path = paths.first else { continue }
      result[weight.key] = result.removeValue(forKey: path)
    }
    return result
  }

  /// Whether a path of Keras's leads to a weight: it ends in the weight's name and passes through the
  /// layer's.
  private static func path(_ path: String, names weight: WeightShape) -> Bool {
    let parts = path.split(separator: "/")
    guard parts.count > 1, let last = parts.last else { return false }
    let name = last.hasSuffix(":0") ? last.dropLast(2) : last
    guard name == weight.name else { return false }
    if parts.dropLast().contains(weight.layer[...]) { return true }
    // A half of a Bidirectional: `bidirectional/forward_lstm/lstm_cell/kernel`. A backward layer that was
    // given by itself has a name of its own there.
    let isForward = parts.contains { $0.hasPrefix("forward_") }
    return [("forward", isForward), ("backward", !isForward)].contains { half, isIt in
      isIt && weight.layer.hasSuffix("_" + half)
        && parts.contains(weight.layer.dropLast(half.count + 1))
    }
  }

  func refined(_ error: EngineError, _ plan: NetworkPlan) -> FileError? {
    guard case .missingWeight(let name, _) = error else { return nil }
    if let type = passedOver[name] {
      return FileError(file, .dataType(tensor: excerpt(name), found: excerpt(type)))
    }
    let present = tensors.sorted { $0.key < $1.key }
      .map { ModelProblem.ArrayShape(path: $0.key, shape: $0.value.shape) }
    return FileError(
      file,
      .weightNames(
        needed: plan.layers.flatMap(\.weightShapes).filter { tensors[$0.key] == nil },
        present: present))
  }
}
