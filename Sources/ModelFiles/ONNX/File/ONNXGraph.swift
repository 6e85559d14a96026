/// The graph of a model: its inputs and outputs, its steps in an order in which each comes behind what it
/// reads, and the tensors that stand in it (`GraphProto`).
struct ONNXGraph {
  /// What comes in or goes out, with its sizes; nil where one is open.
  struct Port {
    let name: String
    let sizes: [Int?]
    /// Whether its numbers are whole, as those of words are.
    let isWhole: Bool
  }

  let inputs: [Port]
  let outputs: [Port]
  let nodes: [ONNXNode]
  let tensors: [String: ONNXTensor]
  /// The version of ONNX's own operators.
  let version: Int

  private static let mostNodes = 20_000

  init(_ bytes: ArraySlice<UInt8>) throws(ONNXFault) {
    let model = try ProtobufMessage(bytes)
    guard let graph = try model.message(7) else { throw .noGraph }
    var version = 0
    for imported in try model.messages(8) where ["", "ai.onnx"].contains(imported.text(1)) {
      version = imported.integer(2) ?? 0
    }
    self.version = version
    var tensors: [String: ONNXTensor] = [:]
    for bytes in graph.slices(5).prefix(Self.mostNodes) {
      let tensor = try ONNXTensor(bytes)
      tensors[tensor.name] = tensor
    }
    self.tensors = tensors
    var inputs: [Port] = []
    for message in try graph.messages(11) { inputs.append(try Port(message)) }
    // Older files list their tensors as inputs, too.
    self.inputs = inputs.filter { tensors[$0.name] == nil }
    var outputs: [Port] = []
    for message in try graph.messages(12) { outputs.append(try Port(message)) }
    self.outputs = outputs
    var nodes: [ONNXNode] = []
    for message in try graph.messages(1).prefix(Self.mostNodes) {
      nodes.append(try ONNXNode(message))
    }
    self.nodes = nodes
  }
}

extension ONNXGraph.Port {
  init(_ message: ProtobufMessage) throws(ONNXFault) {
    name = message.text(1)
    let tensor = try message.message(2)?.message(1)
    isWhole = [6, 7].contains(tensor?.integer(1) ?? 1)
    var sizes: [Int?] = []
    for size in try tensor?.message(2)?.messages(1) ?? [] {
      sizes.append(size.integer(1).flatMap { $0 > 0 ? $0 : nil })
    }
    self.sizes = sizes
  }
}
