import Engine

// Steps that are recurrent layers.
extension ONNXNetwork {
  mutating func takeRecurrent(_ node: ONNXNode) throws(ONNXFault) {
    guard var flow = try flow(node) else {
      if case .unknown? = try value(node, 0) {
        // What it reads is told already.
        for output in node.outputs { values[output] = .unknown }
        return
      }
      return refuse(node, .weights)
    }
    guard !flow.isLast else { return refuse(node, .layout) }
    guard let (recurrent, backward) = try recurrent(node) else { return }
    for index in [5, 6] {
      if let state = try value(node, index), !state.isZero { return refuse(node, .initialState) }
    }
    if node.outputs.count > 2, needed.contains(node.outputs[2]) { return refuse(node, .cellState) }
    // `[timesteps, observations, features]`, or the observations first.
    let isBatchFirst = try node.integer("layout") == 1
    guard flow.axes.count == 3, flow.axes[2] == .features,
      resolve(&flow, timesteps: isBatchFirst ? 1 : 0)
    else { return refuse(node, .layout) }
    if let width = flow.width, width != recurrent.inputWeight.shape[1] {
      return refuse(node, .weights)
    }
    guard let layer = try add(.recurrent(recurrent, backward: backward), node, reading: flow) else {
      return refuse(node, .twoPaths)
    }
    let others = isBatchFirst ? flow.axes[0] : flow.axes[1]
    let directions = backward == nil ? ONNXFlow.Axis.single : .directions
    give(
      .flow(
        ONNXFlow(
          layer: layer,
          axes: isBatchFirst
            ? [others, .time, directions, .features] : [.time, directions, others, .features],
          width: recurrent.units)),
      node)
    give(
      .flow(
        ONNXFlow(
          layer: layer,
          axes: isBatchFirst ? [others, directions, .features] : [directions, others, .features],
          width: recurrent.units, isLast: true)),
      node, 1)
  }

  /// Makes one axis the timesteps and the other the observations; false where they are others already.
  private mutating func resolve(_ flow: inout ONNXFlow, timesteps: Int) -> Bool {
    for (place, axis) in [(timesteps, ONNXFlow.Axis.time), (1 - timesteps, .batch)] {
      switch flow.axes[place] {
      case .input(let number):
        if let known = inputAxes[number] {
          guard known == axis else { return false }
        } else {
          guard !inputAxes.values.contains(axis) else { return false }
          inputAxes[number] = axis
        }
        flow.axes[place] = axis
      case .single: guard axis == .batch else { return false }
      case axis: break
      default: return false
      }
    }
    return true
  }

  /// The settings and weights of a recurrent step; nil where it is refused.
  private mutating func recurrent(
    _ node: ONNXNode
  ) throws(ONNXFault) -> (forward: ONNXRecurrent, backward: ONNXRecurrent?)? {
    let cell: ONNXRecurrent.Cell =
      switch node.kind {
      case "LSTM": .lstm
      case "GRU": .gru
      default: .rnn
      }
    let direction = try node.text("direction") ?? "forward"
    let directions = direction == "bidirectional" ? 2 : 1
    guard direction != "reverse" else {
      refuse(node, .setting("direction=\(direction)"))
      return nil
    }
    if node.has("clip") {
      refuse(node, .setting("clip"))
      return nil
    }
    if try node.integer("input_forget") ?? 0 != 0 {
      refuse(node, .setting("input_forget=1"))
      return nil
    }
    if node.input(4) != nil {
      refuse(node, .setting("sequence_lens"))
      return nil
    }
    if let peepholes = try value(node, 7), !peepholes.isZero {
      refuse(node, .setting("P"))
      return nil
    }
    var curves: [Activation] = []
    for name in try node.texts("activations") {
      guard let curve = ONNXCurves.curve(named: name) else {
        refuse(node, .setting("activations=\(name)"))
        return nil
      }
      curves.append(curve)
    }
    // The gates' first, then the candidate's, then that of an LSTM's cell state.
    let usual: [Activation] =
      cell == .rnn ? [.tanh] : cell == .gru ? [.sigmoid, .tanh] : [.sigmoid, .tanh, .tanh]
    if curves.isEmpty { curves = directions == 2 ? usual + usual : usual }
    if directions == 2, curves.prefix(usual.count) == curves.suffix(usual.count) {
      curves.removeLast(usual.count)
    }
    guard curves.count == usual.count, cell != .lstm || curves[1] == curves[2] else {
      refuse(node, .setting("activations"))
      return nil
    }
    guard let input = try constant(node, 1), let hidden = try constant(node, 2),
      input.shape.count == 3, hidden.shape.count == 3, input.shape[0] == directions,
      hidden.shape[0] == directions, case let units = hidden.shape[2], units > 0,
      input.shape[2] > 0, input.shape[1] == cell.rawValue * units,
      hidden.shape[1] == cell.rawValue * units
    else {
      refuse(node, .weights)
      return nil
    }
    var bias: Tensor?
    if node.input(3) != nil {
      guard let tensor = try constant(node, 3),
        tensor.shape == [directions, 2 * cell.rawValue * units]
      else {
        refuse(node, .weights)
        return nil
      }
      bias = tensor
    }
    try spend(input.values.count + hidden.values.count)
    let resetAfter = try node.integer("linear_before_reset") ?? 0 != 0
    func part(_ direction: Int) -> ONNXRecurrent {
      ONNXRecurrent(
        cell: cell, units: units, curve: cell == .rnn ? curves[0] : curves[1],
        gateCurve: curves[0], resetAfter: resetAfter, inputWeight: input.part(direction),
        hiddenWeight: hidden.part(direction), bias: bias?.part(direction))
    }
    return (part(0), directions == 2 ? part(1) : nil)
  }
}

extension Tensor {
  /// What stands at a place of the first axis.
  fileprivate func part(_ place: Int) -> Tensor {
    let length = values.count / shape[0]
    return Tensor(
      shape: Array(shape.dropFirst()), values: Array(values[place * length..<(place + 1) * length]))
  }
}
