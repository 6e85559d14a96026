import Engine
import Wording

extension ONNXNetwork {
  /// The layers as ours, one behind the other, with their weights.
  func described() throws(ONNXFault) -> (NetworkDescription, [String: Tensor]) {
    guard let output = graph.outputs.first, case .flow(let flow)? = values[output.name],
      flow.layer.map({ layers[$0].parts == flow.parts }) ?? false
    else { throw .noOutput }
    for (place, layer) in layers.enumerated()
    where layer.input != (place == 0 ? nil : place - 1) || flow.layer != layers.count - 1 {
      throw .unread([
        ONNXFault.Node(name: excerpt(layer.name), kind: layer.word, reason: .twoPaths)
      ])
    }
    var described = ONNXDescription(input: describedInput)
    let last = layers.lastIndex(where: \.isRecurrent)
    for (place, layer) in layers.enumerated() {
      // Whoever takes the last timestep of what is made of each takes that of the last such layer.
      described.add(layer, returnSequences: place != last || !flow.isLast)
    }
    return (described.network, described.weights)
  }

  private var describedInput: InputLayer {
    let input = graph.inputs[0]
    let hasRecurrent = layers.contains(where: \.isRecurrent)
    let length = hasRecurrent ? timesteps : input.sizes.dropFirst().first ?? nil
    var features = input.sizes.last ?? nil
    switch layers[0].kind {
    case .recurrent(let recurrent, _): features = recurrent.inputWeight.shape[1]
    case .linear(let kernel, _, _): features = kernel.shape[0]
    case .normalisation(let weights, _, _): features = weights["gamma"]?.values.count
    case .embedding: return InputLayer(tokens: length)
    case .curve, .flatten: break
    }
    let hasTimesteps = hasRecurrent || input.sizes.count > 2
    return InputLayer(
      timesteps: hasTimesteps ? length : nil, features: features ?? 1, hasTimesteps: hasTimesteps)
  }
}

/// The layers of a graph as ours, one after the other.
private struct ONNXDescription {
  private(set) var network: NetworkDescription
  private(set) var weights: [String: Tensor] = [:]
  private var names: LayerNames

  init(input: InputLayer) {
    network = NetworkDescription(input: input, layers: [])
    names = LayerNames(besides: input.name)
  }

  mutating func add(_ layer: ONNXLayer, returnSequences: Bool) {
    let name = names.fresh(
      layer.shortName, word: layer.word.lowercased(), isBidirectional: layer.isBidirectional)
    switch layer.kind {
    case .recurrent(let forward, let backward?):
      let both = Bidirectional(name: name)
      let before = network.layers.last?.name ?? network.input.name
      network.layers += both.layers(
        around: forward.described(name: name, returnSequences: returnSequences),
        reads: [Source(before)])
      keep(forward.weights, of: both.forwardName)
      keep(backward.weights, of: both.backwardName)
    case .recurrent(let recurrent, nil):
      network.layers.append(
        Layer(recurrent.described(name: name, returnSequences: returnSequences)))
      keep(recurrent.weights, of: name)
    case .linear(let kernel, let bias, let curve):
      network.layers.append(
        Layer(
          Dense(
            name: name, units: kernel.shape[1], activation: curve ?? .linear,
            useBias: bias != nil)))
      keep([("kernel", kernel)] + (bias.map { [("bias", $0)] } ?? []), of: name)
    case .embedding(let table):
      network.layers.append(
        Layer(
          Embedding(
            name: name, inputDimension: table.shape[0], outputDimension: table.shape[1])))
      keep([("embeddings", table)], of: name)
    case .normalisation(let weights, let epsilon, let isBatch):
      if isBatch {
        var layer = BatchNormalization(name: name)
        layer.epsilon = epsilon
        network.layers.append(Layer(layer))
      } else {
        var layer = LayerNormalization(name: name)
        (layer.epsilon, layer.center) = (epsilon, weights["beta"] != nil)
        network.layers.append(Layer(layer))
      }
      keep(weights.map { ($0.key, $0.value) }, of: name)
    case .curve(let curve):
      var layer = ActivationLayer(name: name)
      layer.activation = curve
      network.layers.append(Layer(layer))
    case .flatten: network.layers.append(Layer(Flatten(name: name)))
    }
  }

  private mutating func keep(_ tensors: [(String, Tensor)], of layer: String) {
    for (name, tensor) in tensors { weights["\(layer)/\(name)"] = tensor }
  }
}

extension ONNXLayer {
  /// What ONNX calls a step of the kind.
  var word: String {
    switch kind {
    case .recurrent(let recurrent, _):
      switch recurrent.cell {
      case .lstm: "LSTM"
      case .gru: "GRU"
      case .rnn: "RNN"
      }
    case .linear: "Linear"
    case .embedding: "Embedding"
    case .normalisation: "Norm"
    case .curve: "Activation"
    case .flatten: "Flatten"
    }
  }

  /// The name without what an exporter adds: `/encoder/lstm/LSTM` is `lstm`, `sequential/dense_1/MatMul` is
  /// `dense_1`.
  var shortName: String {
    let parts = name.split(separator: "/")
    guard parts.count > 1, let last = parts.last else { return String(parts.first ?? "") }
    let steps = [
      "LSTM", "GRU", "RNN", "Gemm", "MatMul", "Gather", "BatchNormalization", "LayerNormalization",
    ]
    return String(steps.contains(where: last.hasPrefix) ? parts[parts.count - 2] : last)
  }
}
