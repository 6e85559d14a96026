/// One step of a graph (`NodeProto`).
struct ONNXNode {
  let name: String
  let kind: String
  let domain: String
  let inputs: [String]
  let outputs: [String]
  /// How many names stand in it.
  var count: Int { inputs.count + outputs.count + attributes.count }

  private var attributes: [String: ArraySlice<UInt8>] = [:]

  init(_ message: ProtobufMessage) throws(ONNXFault) {
    inputs = message.texts(1)
    outputs = message.texts(2)
    name = message.text(3)
    kind = message.text(4)
    domain = message.text(7)
    for bytes in message.slices(5) { attributes[try ProtobufMessage(bytes).text(1)] = bytes }
  }

  /// An input; nil where there is none of that number, or it is left out.
  func input(_ index: Int) -> String? {
    inputs.indices.contains(index) && !inputs[index].isEmpty ? inputs[index] : nil
  }

  func has(_ name: String) -> Bool { attributes[name] != nil }

  private func attribute(_ name: String) throws(ONNXFault) -> ProtobufMessage? {
    guard let bytes = attributes[name] else { return nil }
    return try ProtobufMessage(bytes)
  }

  func integer(_ name: String) throws(ONNXFault) -> Int? { try attribute(name)?.integer(3) }

  func float(_ name: String) throws(ONNXFault) -> Float? { try attribute(name)?.float(2) }

  func text(_ name: String) throws(ONNXFault) -> String? { try attribute(name)?.text(4) }

  func integers(_ name: String) throws(ONNXFault) -> [Int]? { try attribute(name)?.integers(8) }

  func texts(_ name: String) throws(ONNXFault) -> [String] { try attribute(name)?.texts(9) ?? [] }

  func tensor(_ name: String) throws(ONNXFault) -> ONNXTensor? {
    guard let bytes = try attribute(name)?.bytes(5) else { return nil }
    return try ONNXTensor(bytes)
  }
}
