import Documents
import Engine
import Wording

/// A network as its weights in PyTorch's form say it, and what is assumed beside.
struct TorchNetwork {
  private(set) var description: NetworkDescription
  /// By our names: `lstm/kernel`.
  private(set) var weights: [String: Tensor] = [:]
  private(set) var assumptions: [TorchAssumption] = []
  private var names: LayerNames

  /// The network of a state dict.
  ///
  /// - Parameters:
  ///   - state: the weights.
  ///   - file: what errors call them.
  ///   - isChain: whether the modules have to follow one another; otherwise they may stand in the order
  ///     of the file alone, for a model that says what becomes of them.
  /// - Throws: modules that cannot be opened, all at once, and those that do not form one chain.
  init(_ state: TorchState, file: String, isChain: Bool = true) throws(FileError) {
    let found = try TorchModules(state, file: file)
    guard found.unread.isEmpty else { throw FileError(file, .torch(.modules(found.unread))) }
    let order: TorchOrder
    do throws(TorchFault) {
      order = try TorchOrder(found.modules, isOrdered: state.isOrdered, isChain: isChain)
    } catch {
      throw FileError(file, .torch(error))
    }
    let chain = TorchChain(order.modules)
    let readsWords = order.modules.first { $0.gives != nil }?.isEmbedding ?? false
    let features = order.modules.lazy.compactMap(\.reads).first
    guard readsWords || features != nil else { throw FileError(file, .torch(.noModules)) }
    description = NetworkDescription(
      input: readsWords
        ? InputLayer(tokens: nil)
        : InputLayer(
          timesteps: nil, features: features ?? 1,
          hasTimesteps: order.modules.contains(where: \.isRecurrent)),
      layers: [])
    names = LayerNames(besides: description.input.name)
    for link in chain.links { add(link) }
    let shown = chain.links.map { Self.shown($0.module) }
    if shown.count > 1 {
      assumptions.append(order.isOwn ? .orderByWidths(shown) : .order(shown))
    }
    assumptions += chain.assumptions
  }

  /// What a sentence calls a module.
  static func shown(_ module: TorchModule) -> String {
    module.name.isEmpty ? fallback(module) : excerpt(module.name)
  }

  private static func fallback(_ module: TorchModule) -> String {
    switch module.kind {
    case .recurrent(let recurrent): recurrent.cell.className.lowercased()
    case .linear: "linear"
    case .embedding: "embedding"
    case .normalisation: "norm"
    case .curve: "curve"
    }
  }

  // MARK: - Layers

  private mutating func add(_ link: TorchChain.Link) {
    switch link.module.kind {
    case .linear(let weight, let bias):
      let name = fresh(link.module)
      var activation = Activation.linear
      if case .activation(let own) = link.curve { activation = own }
      description.layers.append(
        Layer(
          Dense(
            name: name, units: weight.shape[0], activation: activation, useBias: bias != nil)))
      weights["\(name)/kernel"] = weight.transposed
      weights["\(name)/bias"] = bias
      if case .activation = link.curve { break }
      addCurve(of: link)
    case .embedding(let table):
      let name = fresh(link.module)
      description.layers.append(
        Layer(
          Embedding(
            name: name, inputDimension: table.shape[0], outputDimension: table.shape[1])))
      weights["\(name)/embeddings"] = table
    case .normalisation(let normalisation):
      let name = fresh(link.module)
      description.layers.append(normalisation.described(name: name))
      for (weight, tensor) in normalisation.weights { weights["\(name)/\(weight)"] = tensor }
      if link.curve != .activation(.linear) { addCurve(of: link) }
    case .recurrent(let recurrent):
      for (index, layer) in recurrent.layers.enumerated() {
        let isLast = index == recurrent.layers.count - 1
        add(
          recurrent, layer,
          name: names.fresh(
            link.module.name, word: Self.fallback(link.module),
            ending: recurrent.layers.count > 1 ? "_l\(index)" : "",
            isBidirectional: layer.backward != nil),
          returnSequences: !isLast || link.givesSequence)
      }
    case .curve: break
    }
  }

  private mutating func addCurve(of link: TorchChain.Link) {
    description.layers.append(
      link.curve.layer(name: fresh(link.module, ending: "_\(link.curve.name)")))
  }

  private mutating func add(
    _ recurrent: TorchRecurrent, _ layer: TorchRecurrent.Layer, name: String, returnSequences: Bool
  ) {
    let described = recurrent.described(
      layer.forward, name: name, curve: recurrent.curve ?? .tanh,
      returnSequences: returnSequences)
    var directions = [(name, layer.forward)]
    if let backward = layer.backward {
      let both = Bidirectional(name: name)
      let before = description.layers.last?.name ?? description.input.name
      description.layers += both.layers(around: described, reads: [Source(before)])
      directions = [(both.forwardName, layer.forward), (both.backwardName, backward)]
    } else {
      description.layers.append(Layer(described))
    }
    for (name, part) in directions {
      for (weight, tensor) in recurrent.weights(part) { weights["\(name)/\(weight)"] = tensor }
    }
  }

  private mutating func fresh(_ module: TorchModule, ending: String = "") -> String {
    names.fresh(module.name, word: Self.fallback(module), ending: ending)
  }
}

extension TorchNormalisation {
  /// The same as a layer of ours.
  fileprivate func described(name: String) -> Layer {
    guard running != nil else {
      var layer = LayerNormalization(name: name)
      (layer.epsilon, layer.scale, layer.center) = (epsilon, weight != nil, bias != nil)
      return Layer(layer)
    }
    var layer = BatchNormalization(name: name)
    (layer.epsilon, layer.scale, layer.center) = (epsilon, weight != nil, bias != nil)
    return Layer(layer)
  }

  /// Its weights by our names.
  fileprivate var weights: [(name: String, tensor: Tensor)] {
    let named = [
      ("gamma", weight), ("beta", bias), ("moving_mean", running?.mean),
      ("moving_variance", running?.variance),
    ]
    return named.compactMap { name, tensor in tensor.map { (name, $0) } }
  }
}
