import Engine

// Steps around the layers: they turn axes, take timesteps, and work out shapes and first states.
extension ONNXNetwork {
  mutating func takeTranspose(_ node: ONNXNode) throws(ONNXFault) {
    switch try value(node, 0) {
    case .flow(var flow)?:
      let order = try node.integers("perm") ?? Array(flow.axes.indices.reversed())
      guard order.sorted() == Array(flow.axes.indices) else { return refuse(node, .layout) }
      flow.axes = order.map { flow.axes[$0] }
      give(.flow(flow), node)
    case .constant(let tensor)? where tensor.shape.count == 2:
      let order = try node.integers("perm") ?? [1, 0]
      guard order == [1, 0] else { return give(.constant(tensor), node) }
      try spend(tensor.values.count)
      give(.constant(tensor.transposed), node)
    case .zeros?: give(.zeros, node)
    default: try refuseUnlessUnknown(node)
    }
  }

  /// The most axes, and the most numbers or states that stand in a row to say them.
  private static let mostAxes = 16
  private static let longestRow = 1000

  /// Takes axes of length one away, or puts some in.
  mutating func takeSingles(_ node: ONNXNode) throws(ONNXFault) {
    let listed = try integers(node, "axes", 1)
    switch try value(node, 0) {
    case .flow(var flow)?:
      if node.kind == "Unsqueeze" {
        guard let listed else { return refuse(node, .layout) }
        let count = flow.axes.count + listed.count
        let places = listed.map { $0 < 0 ? $0 + count : $0 }
        guard count <= Self.mostAxes, Set(places).count == places.count else {
          return refuse(node, .layout)
        }
        for place in places.sorted() {
          guard place >= 0, place <= flow.axes.count else { return refuse(node, .layout) }
          flow.axes.insert(.single, at: place)
        }
      } else {
        let places =
          listed?.compactMap(flow.place) ?? flow.axes.indices.filter { flow.axes[$0] == .single }
        // An axis that is not there, or that is named twice, once from the end.
        guard listed == nil || places.count == listed?.count, Set(places).count == places.count
        else { return refuse(node, .layout) }
        for place in places.sorted().reversed() {
          // The one observation that a file was written for, and one number as the answer.
          switch flow.axes[place] {
          case .single, .batch: break
          case .features where flow.width == 1: break
          case .input(let number) where graph.inputs[0].sizes[number] == 1: break
          default: return refuse(node, .layout)
          }
          flow.axes.remove(at: place)
        }
      }
      give(.flow(flow), node)
    case .stack(let flows)?: give(.stack(flows), node)
    case .zeros?: give(.zeros, node)
    case .numbers(let numbers)?: give(.numbers(numbers), node)
    case .constant(let tensor)?:
      // Of numbers of the file only how many matter from here on: first states, biases.
      give(
        .constant(
          tensor.isRow
            ? tensor : Tensor(shape: tensor.shape.filter { $0 != 1 }, values: tensor.values)), node)
    default: try refuseUnlessUnknown(node)
    }
  }

  /// A new shape that leaves the axes in their order, up to those of length one.
  mutating func takeReshape(_ node: ONNXNode) throws(ONNXFault) {
    switch try value(node, 0) {
    case .flow(let flow)?: try takeReshape(of: flow, node)
    case .zeros?: give(.zeros, node)
    case .numbers(let numbers)?: give(.numbers(numbers), node)
    case .constant(let tensor)?:
      guard let shape = try value(node, 1)?.knownNumbers,
        Tensor.count(of: shape) == tensor.values.count
      else { return try refuseUnlessUnknown(node) }
      give(.constant(Tensor(shape: shape, values: tensor.values)), node)
    default: try refuseUnlessUnknown(node)
    }
  }

  private mutating func takeReshape(of original: ONNXFlow, _ node: ONNXNode) throws(ONNXFault) {
    var flow = original
    flow.axes.removeAll { $0 == .single }
    let isFlatten = node.kind == "Flatten"
    let target = isFlatten ? nil : try value(node, 1)?.numbers
    let axis = try node.integer("axis") ?? 1
    guard flow.axes.last == .features, isFlatten || target != nil,
      !isFlatten || axis == 1
    else { return refuse(node, .layout) }
    let count = target?.count ?? 2
    // The two directions of a row stand one behind the other.
    if count < flow.axes.count, flow.axes.suffix(2) == [.directions, .features] {
      flow.axes.remove(at: flow.axes.count - 2)
      flow.width = flow.width.map { 2 * $0 }
    }
    if count == 2, flow.axes.count == 3, flow.axes[0] != .time, !flow.isLast {
      // All timesteps of an observation become one row.
      guard let timesteps = length(of: flow.axes[1]), let width = flow.width,
        let layer = try add(.flatten, node, reading: flow)
      else { return refuse(node, .layout) }
      let (product, overflow) = timesteps.multipliedReportingOverflow(by: width)
      guard !overflow else { return refuse(node, .layout) }
      (flow.layer, flow.parts, flow.width) = (layer, 0, product)
      flow.axes.remove(at: 1)
    }
    guard count == flow.axes.count else { return refuse(node, .layout) }
    if let last = target?.last ?? nil, last > 0, let width = flow.width, last != width {
      return refuse(node, .layout)
    }
    give(.flow(flow), node)
  }

  /// How many timesteps an axis has; nil where it is open, or none of timesteps.
  private func length(of axis: ONNXFlow.Axis) -> Int? {
    switch axis {
    case .time: timesteps
    case .input(let number): graph.inputs[0].sizes[number]
    default: nil
    }
  }

  /// One place of an axis, or some that follow one another.
  mutating func takePart(_ node: ONNXNode) throws(ONNXFault) {
    switch try value(node, 0) {
    case .flow(let flow)?: try takePart(of: flow, node)
    case .constant(let table)? where node.kind == "Gather": try takeEmbedding(node, table)
    case .stack(let flows)?:
      guard let (axis, range, isOne) = try part(node, axes: flows.count), axis == 0,
        let place = range(flows.count), place.count == 1
      else { return refuse(node, .layout) }
      var flow = flows[place.lowerBound]
      if isOne { flow.axes.removeFirst() }
      give(.flow(flow), node)
    case .zeros?: give(.zeros, node)
    case .numbers(let numbers)?:
      guard let (_, range, _) = try part(node, axes: 1), let places = range(numbers.count) else {
        return give(.unknown, node)
      }
      give(.numbers(Array(numbers[places])), node)
    default: try refuseUnlessUnknown(node)
    }
  }

  private mutating func takePart(of original: ONNXFlow, _ node: ONNXNode) throws(ONNXFault) {
    var flow = original
    guard let (axis, range, isOne) = try part(node, axes: flow.axes.count),
      let place = flow.place(axis)
    else { return refuse(node, .layout) }
    switch flow.axes[place] {
    case .single: guard range(1) == 0..<1 else { return refuse(node, .layout) }
    case .time:
      // Without a length of its own a sequence ends at −1, which is the last place of any length.
      let length = timesteps ?? 1 << 20
      guard let places = range(length) else { return refuse(node, .timestep) }
      if places == 0..<length, !isOne { break }
      let isBackward = flow.direction == 1
      guard places == (isBackward ? 0..<1 : length - 1..<length) else {
        return refuse(node, .timestep)
      }
      guard flow.direction != nil || !endsInBothDirections(flow) else {
        return refuse(node, .lastOfBoth)
      }
      flow.isLast = true
      flow.axes[place] = .single
    case .directions:
      guard let places = range(2) else { return refuse(node, .layout) }
      if places == 0..<2, !isOne { break }
      guard places.count == 1 else { return refuse(node, .layout) }
      flow.direction = places.lowerBound
      flow.axes[place] = .single
    default: return refuse(node, .layout)
    }
    if isOne { flow.axes.remove(at: place) }
    give(.flow(flow), node)
  }

  /// Whether what flows is made of the timesteps of a layer that reads both ways: what stands at the last
  /// of them has in one direction been made of one timestep alone, which no layer of ours hands on.
  private func endsInBothDirections(_ flow: ONNXFlow) -> Bool {
    var place = flow.layer
    while let layer = place {
      if layers[layer].isRecurrent { return layers[layer].isBidirectional }
      place = layers[layer].input
    }
    return false
  }

  /// How many timesteps the input has; nil where any number.
  var timesteps: Int? {
    inputAxes.first { $0.value == .time }.flatMap { graph.inputs[0].sizes[$0.key] }
  }

  /// Whole numbers that older files have as a setting and newer ones as an input.
  private mutating func integers(
    _ node: ONNXNode, _ setting: String, _ input: Int
  ) throws(ONNXFault) -> [Int]? {
    if let integers = try node.integers(setting) { return integers }
    return try value(node, input)?.knownNumbers
  }

  /// Which axis a step takes a part of, which places by its length, and whether the axis goes away.
  private mutating func part(
    _ node: ONNXNode, axes: Int
  ) throws(ONNXFault) -> (axis: Int, range: (Int) -> Range<Int>?, isOne: Bool)? {
    if node.kind == "Gather" {
      guard let numbers = try value(node, 1)?.knownNumbers, numbers.count == 1 else { return nil }
      let isOne = try isSingle(node)
      return (
        try node.integer("axis") ?? 0,
        { length in
          let place = numbers[0] < 0 ? numbers[0] + length : numbers[0]
          return 0..<length ~= place ? place..<place + 1 : nil
        }, isOne
      )
    }
    let starts = try integers(node, "starts", 1)
    let ends = try integers(node, "ends", 2)
    let listed = try integers(node, "axes", 3) ?? [0]
    let steps = try value(node, 4)?.knownNumbers ?? [1]
    guard let starts, let ends, starts.count == 1, ends.count == 1, listed.count == 1, steps == [1]
    else { return nil }
    return (
      listed[0],
      { length in
        func place(_ number: Int) -> Int {
          min(max(number < 0 ? number + length : number, 0), length)
        }
        let (start, end) = (place(starts[0]), place(ends[0]))
        return start < end ? start..<end : nil
      }, false
    )
  }

  /// Whether the place that is taken stands alone and not in a list, so that its axis goes away.
  private func isSingle(_ node: ONNXNode) throws(ONNXFault) -> Bool {
    guard let name = node.input(1) else { return false }
    if let tensor = graph.tensors[name] { return tensor.shape.isEmpty }
    return scalars.contains(name)
  }

  mutating func takeConcat(_ node: ONNXNode) throws(ONNXFault) {
    var numbers: [Int?] = []
    var flows: [ONNXFlow] = []
    var zeros = 0
    for index in node.inputs.indices {
      guard numbers.count + flows.count <= Self.longestRow else { return refuse(node, .layout) }
      switch try value(node, index) {
      case .numbers(let more)?: numbers += more
      case .flow(let flow)? where flow.direction != nil && flow.axes.first != .single:
        flows.append(flow)
      case .flow(let flow)? where flow.axes.first == .single: flows.append(flow)
      case .flow(let flow)? where flow.axes.first == .directions:
        for direction in 0..<2 {
          var one = flow
          one.direction = direction
          one.axes[0] = .single
          flows.append(one)
        }
      case .stack(let more)?: flows += more
      case let other? where other.isZero: zeros += 1
      default: return try refuseUnlessUnknown(node)
      }
    }
    if zeros == node.inputs.count { return give(.zeros, node) }
    if flows.isEmpty, zeros == 0 { return give(.numbers(numbers), node) }
    guard numbers.isEmpty, zeros == 0, let axis = try node.integer("axis"), let first = flows.first
    else { return refuse(node, .layout) }
    if let both = first.joined(flows.dropFirst(), along: axis) { return give(.flow(both), node) }
    guard axis == 0, flows.allSatisfy({ $0.axes.first == .single }) else {
      return refuse(node, .layout)
    }
    give(.stack(flows), node)
  }

  mutating func takeShape(_ node: ONNXNode) throws(ONNXFault) {
    switch node.kind {
    case "Shape":
      guard let flow = try flow(node) else { return try refuseUnlessUnknown(node) }
      let sizes: [Int?] = flow.axes.map { axis in
        switch axis {
        case .input(let number): graph.inputs[0].sizes[number]
        case .features: flow.width
        case .single: 1
        case .directions: 2
        case .batch, .time: nil
        }
      }
      let start = try node.integer("start") ?? 0
      let end = try node.integer("end") ?? sizes.count
      func place(_ number: Int) -> Int {
        min(max(number < 0 ? number + sizes.count : number, 0), sizes.count)
      }
      give(.numbers(place(start) < place(end) ? Array(sizes[place(start)..<place(end)]) : []), node)
    case "ConstantOfShape":
      // One number, with which the shape is filled.
      guard let tensor = try node.tensor("value") else { return give(.zeros, node) }
      let isZero = tensor.count == 1 ? try tensor.tensor(outside).values == [0] : false
      give(isZero ? .zeros : .unknown, node)
    default:
      guard let value = try value(node, 0), value.isZero else {
        return try refuseUnlessUnknown(node)
      }
      give(.zeros, node)
    }
  }
}

extension ONNXFlow {
  /// The two directions of one layer, one behind the other along the features; nil for anything else.
  fileprivate func joined(_ others: ArraySlice<ONNXFlow>, along axis: Int) -> ONNXFlow? {
    guard direction == 0, others.count == 1, let other = others.first, other.direction == 1,
      other.layer == layer, other.axes == axes, other.isLast == isLast,
      place(axis) == axes.count - 1, axes.last == .features
    else { return nil }
    var both = self
    both.direction = nil
    both.width = width.map { 2 * $0 }
    return both
  }
}

extension Tensor {
  fileprivate var isRow: Bool { shape.count <= 1 }
}
