import Wording

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

  /// The most steps, tensors, inputs, and the most names that stand in all steps together.
  private static let mostNodes = 20_000
  private static let mostNames = 400_000

  init(_ bytes: ArraySlice<UInt8>) throws(ONNXFault) {
    let model = try ProtobufMessage(bytes)
    guard let graph = try model.message(7) else { throw .noGraph }
    var version = 0
    for imported in try model.messages(8, most: 100)
    where ["", "ai.onnx"].contains(imported.text(1)) {
      version = imported.integer(2) ?? 0
    }
    self.version = version
    // One message after the other: all at once would take many times their bytes.
    var tensors: [String: ONNXTensor] = [:]
    for bytes in try Self.slices(5, of: graph) {
      let tensor = try ONNXTensor(bytes)
      tensors[tensor.name] = tensor
    }
    self.tensors = tensors
    var inputs: [Port] = []
    for bytes in try Self.slices(11, of: graph) {
      inputs.append(try Port(try ProtobufMessage(bytes)))
    }
    // Older files list their tensors as inputs, too.
    self.inputs = inputs.filter { tensors[$0.name] == nil }
    for input in self.inputs {
      if let size = input.sizes.compactMap(\.self).first(where: { !ModelFiles.sizes.contains($0) })
      {
        throw .inputSize(excerpt(input.name), found: size, limit: ModelFiles.sizes.upperBound)
      }
    }
    var outputs: [Port] = []
    for bytes in try Self.slices(12, of: graph) {
      outputs.append(try Port(try ProtobufMessage(bytes)))
    }
    self.outputs = outputs
    var nodes: [ONNXNode] = []
    var names = 0
    for bytes in try Self.slices(1, of: graph) {
      let node = try ONNXNode(try ProtobufMessage(bytes))
      names += node.count
      guard names <= Self.mostNames else { throw .tooManySteps(limit: Self.mostNodes) }
      nodes.append(node)
    }
    self.nodes = nodes
  }

  private static func slices(
    _ number: Int, of graph: ProtobufMessage
  ) throws(ONNXFault) -> [ArraySlice<UInt8>] {
    let slices = graph.slices(number)
    guard slices.count <= mostNodes else { throw .tooManySteps(limit: mostNodes) }
    return slices
  }
}

extension ONNXGraph.Port {
  init(_ message: ProtobufMessage) throws(ONNXFault) {
    name = message.text(1)
    let tensor = try message.message(2)?.message(1)
    isWhole = [6, 7].contains(tensor?.integer(1) ?? 1)
    var sizes: [Int?] = []
    for size in try tensor?.message(2)?.messages(1, most: 64) ?? [] {
      sizes.append(size.integer(1).flatMap { $0 > 0 ? $0 : nil })
    }
    self.sizes = sizes
  }
}
