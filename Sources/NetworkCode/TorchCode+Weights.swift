import Engine

extension TorchCode {
  /// The weights of a network as the module in the code has them, by the names of its state dict; nil where
  /// a layer has no equal there.
  ///
  /// PyTorch's rows are our columns. A second bias of an LSTM or RNN is only ever added, and is 0 here; a GRU
  /// has its gates as r, z, n where ours are z, r, h.
  package func weights(of network: Network) -> [String: Tensor]? {
    guard unequal.isEmpty else { return nil }
    var tensors: [String: Tensor] = [:]
    for step in steps.steps {
      let name = names[step.place]
      if let halves = step.halves {
        add(halves.forward, of: network, to: &tensors, name, ending: "_l0")
        add(halves.backward, of: network, to: &tensors, name, ending: "_l0_reverse")
      } else if network.description.layers[step.place].isRecurrent {
        add(step.place, of: network, to: &tensors, name, ending: "_l0")
      } else {
        let layer = network.description.layers[step.place]
        for (weight, torch) in Self.torchNames(layer.settings) {
          guard let tensor = network.weights["\(layer.name)/\(weight)"] else { continue }
          tensors["\(name).\(torch)"] = weight == "kernel" ? tensor.reversed : tensor
        }
      }
    }
    return tensors
  }

  private static func torchNames(_ settings: any LayerSettings) -> [(String, String)] {
    switch settings {
    case is Dense, is Conv1D: [("kernel", "weight"), ("bias", "bias")]
    case is Embedding: [("embeddings", "weight")]
    case is LayerNormalization: [("gamma", "weight"), ("beta", "bias")]
    default: []
    }
  }

  private func add(
    _ place: Int, of network: Network, to tensors: inout [String: Tensor], _ name: String,
    ending: String
  ) {
    guard let layer = network.description.layers[place].recurrent,
      let kernel = network.weights["\(layer.name)/kernel"],
      let recurrent = network.weights["\(layer.name)/recurrent_kernel"]
    else { return }
    let isGRU = type(of: layer).torchName == GRU.torchName
    func rows(_ tensor: Tensor) -> Tensor { isGRU ? tensor.withFirstTwoThirdsSwapped : tensor }
    tensors["\(name).weight_ih\(ending)"] = rows(kernel.reversed)
    tensors["\(name).weight_hh\(ending)"] = rows(recurrent.reversed)
    guard let bias = network.weights["\(layer.name)/bias"] else { return }
    let count = kernel.shape[1]
    let values =
      bias.values.count == 2 * count ? bias.values : bias.values + Array(repeating: 0, count: count)
    for (part, start) in [("ih", 0), ("hh", count)] {
      tensors["\(name).bias_\(part)\(ending)"] = rows(
        Tensor(shape: [count], values: Array(values[start..<start + count])))
    }
  }
}

extension Tensor {
  /// The axes the other way round: columns as rows, and of a convolution the filters first.
  fileprivate var reversed: Tensor {
    let turned = Array(shape.reversed())
    var values: [Float] = []
    values.reserveCapacity(self.values.count)
    var strides: [Int] = []
    for axis in shape.indices { strides.append(shape[(axis + 1)...].reduce(1, *)) }
    let steps = Array(strides.reversed())
    func walk(_ axis: Int, _ offset: Int) {
      guard axis < turned.count else { return values.append(self.values[offset]) }
      for place in 0..<turned[axis] { walk(axis + 1, offset + place * steps[axis]) }
    }
    walk(0, 0)
    return Tensor(shape: turned, values: values)
  }

  /// Rows of three blocks, of which the first two change places.
  fileprivate var withFirstTwoThirdsSwapped: Tensor {
    let block = values.count / 3
    return Tensor(
      shape: shape,
      values: Array(values[block..<2 * block] + values[..<block] + values[(2 * block)...]))
  }
}
