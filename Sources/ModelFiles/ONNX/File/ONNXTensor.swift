import Documents
import Engine
import Wording

/// Numbers that stand in a file of ONNX's, or in a file beside it (`TensorProto`).
struct ONNXTensor {
  let name: String
  let shape: [Int]
  private let type: Int
  /// The file beside that its numbers stand in, and where in it; nil where they stand in this one.
  let location: String?
  let offset: Int
  /// Read anew when they are asked for: as fields they would take many times their bytes.
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) throws(ONNXFault) {
    self.bytes = bytes
    let message = try ProtobufMessage(bytes)
    name = message.text(8)
    type = message.integer(2) ?? 0
    var entries: [String: String] = [:]
    if message.integer(14) == 1 {
      for entry in try message.messages(13) { entries[entry.text(1)] = entry.text(2) }
      location = entries["location"] ?? ""
    } else {
      location = nil
    }
    offset = entries["offset"].flatMap { Int($0) } ?? 0
    shape = try message.integers(1, most: Self.mostAxes)
    guard let count = Engine.Tensor.count(of: shape) else {
      throw .tensor(excerpt(name), .shape(shape))
    }
    guard count <= NetworkPlan.mostWeights else { throw .tensor(excerpt(name), .tooLarge) }
  }

  var count: Int { shape.reduce(1, *) }

  /// Whether its numbers are whole ones.
  var isWhole: Bool { [2, 3, 4, 5, 6, 7, 9, 12, 13].contains(type) }

  private static let mostAxes = 64

  private static let types: [Int: StoredType] = [
    1: .float32, 2: .uint8, 3: .int8, 4: .uint16, 5: .int16, 6: .int32, 7: .int64, 9: .boolean,
    10: .float16, 11: .float64, 12: .uint32, 13: .uint64, 16: .bfloat16,
  ]

  /// Its numbers; `outside` gives the bytes of a file beside it.
  func tensor(_ outside: ONNXOutside) throws(ONNXFault) -> Engine.Tensor {
    guard let stored = Self.types[type] else { throw .tensor(excerpt(name), .type(type)) }
    let message = try ProtobufMessage(bytes)
    let values: [Float]
    if location != nil {
      values = stored.floats(try outside.bytes(of: self, count: count * stored.size))
    } else if let raw = message.bytes(9) {
      guard raw.count == count * stored.size else {
        throw .tensor(
          excerpt(name), .count(expected: count, found: raw.count / stored.size))
      }
      values = stored.floats(raw)
    } else {
      values = try listed(stored, message)
    }
    guard values.count == count else {
      throw .tensor(excerpt(name), .count(expected: count, found: values.count))
    }
    return Engine.Tensor(shape: shape, values: values)
  }

  /// The numbers as a list of a field for their type.
  private func listed(
    _ stored: StoredType, _ message: ProtobufMessage
  ) throws(ONNXFault) -> [Float] {
    switch stored {
    case .float32: StoredType.float32.floats(message.packed(4, width: 4)[...])
    case .float64: StoredType.float64.floats(message.packed(10, width: 8)[...])
    case .int64: try message.integers(7, most: count).map(Float.init)
    case .uint32, .uint64: try message.integers(11, most: count).map(Float.init)
    case .float16, .bfloat16:
      // Each as the sixteen bits of an integer.
      stored.floats(
        try message.integers(5, most: count).flatMap { (bits) -> [UInt8] in
          [UInt8(truncatingIfNeeded: bits), UInt8(truncatingIfNeeded: bits >> 8)]
        }[...])
    case .int8, .int16, .int32, .uint8, .uint16, .boolean:
      try message.integers(5, most: count).map(Float.init)
    }
  }

  /// Whole numbers, of a tensor that says shapes, axes or places; nil for others.
  func integers(_ outside: ONNXOutside) throws(ONNXFault) -> [Int]? {
    guard isWhole, count <= 64 else { return nil }
    let message = try ProtobufMessage(bytes)
    // Beyond 2²⁴ a float is no longer exact: ends of slices are as large as integers get.
    if type == 7, location == nil {
      guard let raw = message.bytes(9) else { return try message.integers(7, most: count) }
      guard raw.count == count * 8 else {
        throw .tensor(excerpt(name), .count(expected: count, found: raw.count / 8))
      }
      return stride(from: 0, to: raw.count, by: 8).map { start in
        let bits = raw.dropFirst(start).prefix(8).reversed().reduce(UInt64(0)) {
          $0 << 8 | UInt64($1)
        }
        return Int(Int64(bitPattern: bits))
      }
    }
    return try tensor(outside).values.map { Int(exactly: $0.rounded()) ?? 0 }
  }
}

/// The files beside one of ONNX's that hold the numbers of its tensors, where they do not stand in it.
struct ONNXOutside {
  /// By the names that the model's file has for them.
  private let files: [String: [UInt8]]

  /// The most files beside one.
  private static let mostFiles = 100

  /// Those that some tensors name, as `read` gives their bytes; nil where one is not there.
  init(of tensors: [String: ONNXTensor], _ read: (String) -> [UInt8]?) {
    var files: [String: [UInt8]] = [:]
    let names = Set(tensors.values.compactMap(\.location)).filter(Self.isBeside)
    for name in names.sorted().prefix(Self.mostFiles) { files[name] = read(name) }
    self.files = files
  }

  /// Whether a name is that of a file of the same folder: whoever wrote the model says nothing about any
  /// other.
  private static func isBeside(_ name: String) -> Bool {
    !name.isEmpty && !name.contains("/") && !name.contains("\\") && name != ".."
  }

  /// The bytes of a tensor; throws where they are not to be had.
  fileprivate func bytes(of tensor: ONNXTensor, count: Int) throws(ONNXFault) -> ArraySlice<UInt8> {
    let location = tensor.location ?? ""
    guard let bytes = files[location] else { throw .external(excerpt(location)) }
    let offset = tensor.offset
    guard offset >= 0, offset <= bytes.count, count <= bytes.count - offset else {
      throw .tensor(
        excerpt(tensor.name), .count(expected: count, found: max(0, bytes.count - max(0, offset))))
    }
    return bytes[offset..<offset + count]
  }
}
