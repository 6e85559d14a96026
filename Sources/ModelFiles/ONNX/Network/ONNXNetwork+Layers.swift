import Engine

// Steps that are layers.
extension ONNXNetwork {
  /// The place of a new layer, which reads what flows into a node; nil where that has become another by
  /// now, since a step behind it belongs to its layer.
  mutating func add(
    _ kind: ONNXLayer.Kind, _ node: ONNXNode, reading flow: ONNXFlow
  ) throws(ONNXFault) -> Int? {
    guard flow.direction == nil else { return nil }
    guard layers.count < NetworkPlan.mostLayers else {
      throw .tooManyLayers(limit: NetworkPlan.mostLayers)
    }
    if let layer = flow.layer {
      guard layers[layer].parts == flow.parts else { return nil }
      layers[layer].isRead = true
    }
    layers.append(
      ONNXLayer(
        name: node.name.isEmpty ? node.outputs.first ?? "" : node.name, input: flow.layer,
        kind: kind))
    return layers.count - 1
  }

  /// The product that a step may become part of, by its place; nil where there is none.
  private func product(_ flow: ONNXFlow) -> Int? {
    guard let layer = flow.layer, layers[layer].parts == flow.parts, !layers[layer].isRead else {
      return nil
    }
    return layer
  }

  // MARK: - Linear

  mutating func takeLinear(_ node: ONNXNode) throws(ONNXFault) {
    if node.kind == "Add" { return try takeSum(node) }
    guard let flow = try flow(node), let weight = try constant(node, 1), weight.shape.count == 2
    else {
      return try refuseUnlessUnknown(node)
    }
    var kernel = weight
    var bias: Tensor?
    if node.kind == "Gemm" {
      guard try node.float("alpha") ?? 1 == 1, try node.float("beta") ?? 1 == 1,
        try node.integer("transA") ?? 0 == 0
      else { return refuse(node, .setting("alpha, beta or transA")) }
      if try node.integer("transB") ?? 0 == 1 {
        try spend(weight.values.count)
        kernel = weight.transposed
      }
      if node.input(2) != nil {
        guard let tensor = try constant(node, 2), tensor.values.count == kernel.shape[1] else {
          return refuse(node, .weights)
        }
        bias = Tensor(shape: [kernel.shape[1]], values: tensor.values)
      }
    }
    guard flow.axes.last == .features, kernel.shape[0] > 0, kernel.shape[1] > 0,
      flow.width == nil || flow.width == kernel.shape[0]
    else { return refuse(node, .weights) }
    var after = flow
    guard let layer = try add(.linear(kernel: kernel, bias: bias, curve: nil), node, reading: flow)
    else { return refuse(node, .twoPaths) }
    after.layer = layer
    after.parts = 0
    after.width = kernel.shape[1]
    give(.flow(after), node)
  }

  /// A bias behind a product; any other sum is no layer.
  private mutating func takeSum(_ node: ONNXNode) throws(ONNXFault) {
    for (one, other) in [(0, 1), (1, 0)] {
      guard var flow = try flow(node, one), let bias = try constant(node, other),
        let layer = product(flow), case .linear(let kernel, nil, nil) = layers[layer].kind,
        bias.values.count == kernel.shape[1]
      else { continue }
      layers[layer].parts += 1
      flow.parts += 1
      layers[layer].kind = .linear(
        kernel: kernel, bias: Tensor(shape: [bias.values.count], values: bias.values), curve: nil)
      return give(.flow(flow), node)
    }
    try refuseUnlessUnknown(node)
  }

  mutating func takeCurve(_ node: ONNXNode, _ curve: Activation) throws(ONNXFault) {
    guard var flow = try flow(node) else { return try refuseUnlessUnknown(node) }
    if curve == .softmax {
      let axis = try node.integer("axis") ?? (graph.version < 13 ? 1 : -1)
      guard let place = flow.place(axis), flow.axes[place] == .features else {
        return refuse(node, .setting("axis=\(axis)"))
      }
    }
    guard let layer = product(flow), case .linear(let kernel, let bias, nil) = layers[layer].kind
    else {
      guard let layer = try add(.curve(curve), node, reading: flow) else {
        return refuse(node, .twoPaths)
      }
      (flow.layer, flow.parts) = (layer, 0)
      return give(.flow(flow), node)
    }
    layers[layer].parts += 1
    flow.parts += 1
    layers[layer].kind = .linear(kernel: kernel, bias: bias, curve: curve)
    give(.flow(flow), node)
  }

  /// Each feature moved and scaled, by what was learnt or by its row.
  mutating func takeNormalisation(_ node: ONNXNode) throws(ONNXFault) {
    guard var flow = try flow(node) else { return try refuseUnlessUnknown(node) }
    let isBatch = node.kind == "BatchNormalization"
    let axis = isBatch ? 1 : try node.integer("axis") ?? -1
    guard let place = flow.place(axis), flow.axes[place] == .features else {
      return refuse(node, .layout)
    }
    var weights: [String: Tensor] = [:]
    let names = ["gamma", "beta"] + (isBatch ? ["moving_mean", "moving_variance"] : [])
    for (index, name) in names.enumerated() where node.input(index + 1) != nil {
      guard let tensor = try constant(node, index + 1), !tensor.values.isEmpty,
        flow.width == nil || flow.width == tensor.values.count
      else { return refuse(node, .weights) }
      weights[name] = Tensor(shape: [tensor.values.count], values: tensor.values)
    }
    // The number as one writes it, not as a float has it.
    let epsilon = Double("\(try node.float("epsilon") ?? 1e-5)") ?? 1e-5
    guard weights["gamma"] != nil, !isBatch || weights.count == 4, epsilon > 0,
      let layer = try add(
        .normalisation(weights: weights, epsilon: epsilon, isBatch: isBatch), node, reading: flow)
    else { return refuse(node, .weights) }
    (flow.layer, flow.parts) = (layer, 0)
    give(.flow(flow), node)
  }

  /// The rows of a table that whole numbers name.
  mutating func takeEmbedding(_ node: ONNXNode, _ table: Tensor) throws(ONNXFault) {
    guard var flow = try flow(node, 1), flow.layer == nil, graph.inputs[0].isWhole,
      table.shape.count == 2, table.shape.allSatisfy({ $0 > 0 }), try node.integer("axis") ?? 0 == 0
    else { return try refuseUnlessUnknown(node) }
    guard let layer = try add(.embedding(table), node, reading: flow) else {
      return refuse(node, .twoPaths)
    }
    flow.layer = layer
    flow.axes.append(.features)
    flow.width = table.shape[1]
    give(.flow(flow), node)
  }

  /// Refuses a step, but not for what it reads and what is told already.
  func readsUnknown(_ node: ONNXNode) -> Bool {
    // Numbers of the file are known without being read.
    node.inputs.contains { name in
      guard !name.isEmpty else { return false }
      if case .unknown? = values[name] { return true }
      return values[name] == nil && graph.tensors[name] == nil
    }
  }

  mutating func refuseUnlessUnknown(_ node: ONNXNode) throws(ONNXFault) {
    if readsUnknown(node) {
      for output in node.outputs { values[output] = .unknown }
    } else {
      refuse(node, .kind)
    }
  }
}
