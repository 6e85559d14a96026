import Documents
import Engine
import Wording

/// The layers of a graph: each of its steps is looked at with what it reads, a layer or something around
/// one, as an exporter puts it there.
///
/// The steps of shapes and first states are worked out as far as they can be, since only then it is sure
/// that a first state is zero. What is not known is gathered and told at once.
struct ONNXNetwork {
  let graph: ONNXGraph
  let outside: ONNXOutside
  /// The layers, in the order of the graph.
  var layers: [ONNXLayer] = []
  /// What cannot be opened.
  private(set) var unread: [ONNXFault.Node] = []
  var values: [String: ONNXValue] = [:]
  /// The names that the answer depends on.
  let needed: Set<String>
  /// Which of the input's axes are timesteps and observations, once a recurrent layer has told.
  var inputAxes: [Int: ONNXFlow.Axis] = [:]
  /// Names that stand for one number and not for a list of one.
  private(set) var scalars: Set<String> = []
  /// How many numbers of the file have been read, turned or cut.
  private var numbers = 0

  /// The most of them: what a network can have, read, turned, and cut into its layers. What a file names
  /// many times over is worked out each time.
  private static let mostNumbers = 4 * NetworkPlan.mostWeights

  init(_ graph: ONNXGraph, _ outside: ONNXOutside) throws(ONNXFault) {
    self.graph = graph
    self.outside = outside
    guard let input = graph.inputs.first else { throw .noGraph }
    values[input.name] = .flow(
      ONNXFlow(
        layer: nil,
        axes: input.sizes.indices.map {
          $0 == input.sizes.count - 1 && !input.isWhole ? .features : .input($0)
        },
        width: input.isWhole ? nil : input.sizes.last ?? nil))
    needed = Self.needed(graph)
    let others = graph.inputs.dropFirst().map(\.name).filter(needed.contains)
    guard others.isEmpty else { throw .inputs(others.map { excerpt($0) }) }
    for node in graph.nodes where node.outputs.contains(where: needed.contains) {
      try take(node)
    }
    guard unread.isEmpty else { throw .unread(unread) }
  }

  /// The names that the first output depends on.
  private static func needed(_ graph: ONNXGraph) -> Set<String> {
    var needed = Set(graph.outputs.prefix(1).map(\.name))
    // Each step stands behind what it reads.
    for node in graph.nodes.reversed() where node.outputs.contains(where: needed.contains) {
      needed.formUnion(node.inputs)
    }
    return needed
  }

  // MARK: - Values

  /// What an input of a node is; nil where it is left out.
  mutating func value(_ node: ONNXNode, _ index: Int) throws(ONNXFault) -> ONNXValue? {
    guard let name = node.input(index) else { return nil }
    return try value(name)
  }

  private mutating func value(_ name: String) throws(ONNXFault) -> ONNXValue {
    if let value = values[name] { return value }
    guard let tensor = graph.tensors[name] else { return .unknown }
    let value = try read(tensor)
    values[name] = value
    return value
  }

  private mutating func read(_ tensor: ONNXTensor) throws(ONNXFault) -> ONNXValue {
    if tensor.shape.count <= 1, let integers = try tensor.integers(outside) {
      return .numbers(integers)
    }
    try spend(tensor.count)
    return .constant(try tensor.tensor(outside))
  }

  /// Counts numbers that are about to be made; throws where they become too many.
  mutating func spend(_ count: Int) throws(ONNXFault) {
    numbers += count
    guard numbers <= Self.mostNumbers else { throw .tooManyNumbers(limit: Self.mostNumbers) }
  }

  /// A tensor of the file that a node reads; nil for anything else.
  mutating func constant(_ node: ONNXNode, _ index: Int) throws(ONNXFault) -> Tensor? {
    if case .constant(let tensor)? = try value(node, index) { tensor } else { nil }
  }

  mutating func flow(_ node: ONNXNode, _ index: Int = 0) throws(ONNXFault) -> ONNXFlow? {
    if case .flow(let flow)? = try value(node, index) { flow } else { nil }
  }

  mutating func give(_ value: ONNXValue, _ node: ONNXNode, _ index: Int = 0) {
    if node.outputs.indices.contains(index) { values[node.outputs[index]] = value }
  }

  /// Keeps that a node cannot be opened.
  mutating func refuse(_ node: ONNXNode, _ reason: ONNXFault.Reason) {
    for output in node.outputs { values[output] = .unknown }
    // A program that repeats thousands of steps says no more by all of them.
    guard unread.count < 20, !unread.contains(where: { $0.kind == node.kind && reason == .kind })
    else { return }
    unread.append(
      ONNXFault.Node(
        name: excerpt(node.name.isEmpty ? node.outputs.first ?? "" : node.name),
        kind: excerpt(node.kind), reason: reason))
  }

  // MARK: - Steps

  private mutating func take(_ node: ONNXNode) throws(ONNXFault) {
    guard ["", "ai.onnx"].contains(node.domain) else { return refuse(node, .kind) }
    switch node.kind {
    case "Constant": try takeConstant(node)
    case "Identity", "Dropout", "Cast": give(try value(node, 0) ?? .unknown, node)
    case "LSTM", "GRU", "RNN": try takeRecurrent(node)
    case "Gemm", "MatMul", "Add": try takeLinear(node)
    case "BatchNormalization", "LayerNormalization": try takeNormalisation(node)
    case "Transpose": try takeTranspose(node)
    case "Squeeze", "Unsqueeze": try takeSingles(node)
    case "Reshape", "Flatten": try takeReshape(node)
    case "Gather", "Slice": try takePart(node)
    case "Concat": try takeConcat(node)
    case "Shape", "ConstantOfShape", "Expand": try takeShape(node)
    case "Less", "Greater", "Equal", "And", "Or", "Not":
      // Whether a loop goes on: it is the loop that is to be told.
      give(.unknown, node)
    default:
      if let curve = try ONNXCurves.curve(node) {
        try takeCurve(node, curve)
      } else if let settings = try ONNXCurves.settings(node) {
        refuse(node, .setting(settings))
      } else {
        refuse(node, .kind)
      }
    }
  }

  private mutating func takeConstant(_ node: ONNXNode) throws(ONNXFault) {
    if let tensor = try node.tensor("value") {
      if tensor.shape.isEmpty { scalars.formUnion(node.outputs) }
      give(try read(tensor), node)
    } else if let integer = try node.integer("value_int") {
      scalars.formUnion(node.outputs)
      give(.numbers([integer]), node)
    } else if let integers = try node.integers("value_ints") {
      give(.numbers(integers), node)
    } else if let number = try node.float("value_float") {
      give(.constant(Tensor(shape: [], values: [number])), node)
    } else {
      give(.unknown, node)
    }
  }
}
