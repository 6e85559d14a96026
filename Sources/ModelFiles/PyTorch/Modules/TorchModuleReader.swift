import Engine
import Pickle
import Wording

/// Tells the class of a module by the names and shapes of its tensors, and by the class where the file
/// has it.
struct TorchModuleReader {
  enum Result {
    case module(TorchModule.Kind)
    case unread(TorchFault.Module.Kind)
    /// Nothing that changes a number.
    case nothing
  }

  let name: String
  let tensors: [String: Tensor]
  let torchClass: TorchClass?

  func read() throws(TorchFault) -> Result {
    if let torchClass, torchClass.isTorch, tensors.isEmpty {
      return switch torchClass.plain {
      case .curve(let curve): .module(.curve(curve))
      case .unread(let kind): .unread(kind)
      case .nothing: .nothing
      }
    }
    if tensors["weight_hr_l0"] != nil { return .unread(.projection) }
    if tensors["weight_hh_l0"] != nil || tensors["weight_hh"] != nil { return try recurrent() }
    if let mean = tensors["running_mean"] { return batchNormalisation(mean) }
    if tensors["in_proj_weight"] != nil { return .unread(.known("MultiheadAttention")) }
    if let torchClass, torchClass.isForeign { return .unread(.known(excerpt(torchClass.name))) }
    guard let weight = tensors["weight"],
      tensors.keys.allSatisfy({ ["weight", "bias"].contains($0) })
    else { return unknown }
    let bias = tensors["bias"]
    let isEmbedding = torchClass?.isTorch == true && torchClass?.name == "Embedding"
    switch weight.shape.count {
    case 1 where bias?.shape == weight.shape && weight.shape[0] > 0:
      return .module(
        .normalisation(
          TorchNormalisation(
            features: weight.shape[0], weight: weight, bias: bias, running: nil,
            epsilon: epsilon)))
    case 2
    where weight.shape.allSatisfy { $0 > 0 } && bias == nil && (isEmbedding || seemsEmbedding):
      return .module(.embedding(weight))
    case 2 where weight.shape.allSatisfy { $0 > 0 }:
      guard bias == nil || bias?.shape == [weight.shape[0]] else {
        throw .shapes(module: excerpt(name))
      }
      return .module(.linear(weight: weight, bias: bias))
    case 3: return .unread(.known("Conv1d"))
    case 4: return .unread(.known("Conv2d"))
    default: return unknown
    }
  }

  private var unknown: Result {
    .unread(
      .tensors(
        tensors.sorted { $0.key < $1.key }.map { name, tensor in
          "\(excerpt(name)) \(Shape(tensor.shape.map { $0 }))"
        }))
  }

  /// Whether a name is one that people give to an `nn.Embedding`.
  private var seemsEmbedding: Bool {
    let name = name.lowercased()
    return ["emb", "lookup", "token", "vocab", "wte"].contains { name.contains($0) }
      || name == "encoder"
  }

  private func batchNormalisation(_ mean: Tensor) -> Result {
    let known = ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"]
    guard mean.shape.count == 1, mean.shape[0] > 0, let variance = tensors["running_var"],
      tensors.keys.allSatisfy(known.contains),
      [variance, tensors["weight"], tensors["bias"]].allSatisfy({
        $0 == nil || $0?.shape == mean.shape
      })
    else { return unknown }
    return .module(
      .normalisation(
        TorchNormalisation(
          features: mean.shape[0], weight: tensors["weight"], bias: tensors["bias"],
          running: (mean, variance), epsilon: epsilon)))
  }

  /// What a whole module says of `eps`, otherwise what PyTorch has.
  private var epsilon: Double {
    torchClass?.attributes["eps"]?.double ?? 1e-5
  }

  // MARK: - Recurrent

  private func recurrent() throws(TorchFault) -> Result {
    let isCell = tensors["weight_hh"] != nil
    guard let hidden = tensors[isCell ? "weight_hh" : "weight_hh_l0"], hidden.shape.count == 2,
      case let units = hidden.shape[1], units > 0, hidden.shape[0] % units == 0,
      let cell = TorchRecurrent.Cell(rawValue: hidden.shape[0] / units)
    else { throw .shapes(module: excerpt(name)) }
    var layers: [TorchRecurrent.Layer] = []
    var taken = 0
    let isBidirectional = tensors["weight_hh_l0_reverse"] != nil
    while layers.count < TorchModules.most {
      let ending = isCell ? "" : "_l\(layers.count)"
      guard let first = tensors["weight_ih\(ending)"] else { break }
      let reads = layers.isEmpty ? first.shape.last ?? 0 : isBidirectional ? 2 * units : units
      let forward = try weights(ending, cell, units: units, reads: reads)
      let backward =
        isBidirectional
        ? try weights("\(ending)_reverse", cell, units: units, reads: reads) : nil
      layers.append(TorchRecurrent.Layer(forward: forward, backward: backward))
      for part in [forward, backward] {
        if let part { taken += part.biases == nil ? 2 : 4 }
      }
      if isCell { break }
    }
    guard !layers.isEmpty, taken == tensors.count else { throw .shapes(module: excerpt(name)) }
    return .module(
      .recurrent(TorchRecurrent(cell: cell, units: units, layers: layers, curve: curve(cell))))
  }

  /// The weights of one layer in one direction, by the ending of their names.
  private func weights(
    _ ending: String, _ cell: TorchRecurrent.Cell, units: Int, reads: Int
  ) throws(TorchFault) -> TorchRecurrent.Weights {
    let rows = cell.rawValue * units
    let biases = (tensors["bias_ih\(ending)"], tensors["bias_hh\(ending)"])
    guard let input = tensors["weight_ih\(ending)"], let hidden = tensors["weight_hh\(ending)"],
      input.shape == [rows, reads], reads > 0, hidden.shape == [rows, units],
      (biases.0 == nil) == (biases.1 == nil),
      [biases.0, biases.1].allSatisfy({ $0 == nil || $0?.shape == [rows] })
    else { throw .shapes(module: excerpt(name)) }
    var both: (Tensor, Tensor)?
    if let input = biases.0, let hidden = biases.1 { both = (input, hidden) }
    return TorchRecurrent.Weights(input: input, hidden: hidden, biases: both)
  }

  /// The curve that a whole `nn.RNN` says: its attribute `mode`, or `nonlinearity`.
  private func curve(_ cell: TorchRecurrent.Cell) -> Activation? {
    guard cell == .rnn, let attributes = torchClass?.attributes else { return nil }
    switch attributes["mode"] ?? attributes["nonlinearity"] {
    case .text("RNN_TANH"), .text("tanh"): return .tanh
    case .text("RNN_RELU"), .text("relu"): return .relu
    default: return nil
    }
  }
}
