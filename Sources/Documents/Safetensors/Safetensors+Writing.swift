extension Safetensors {
  /// Writes the tensors as F32 to `file`, in the order of their names.
  package func write(to file: String) throws(FileError) {
    try FileBytes.write(encoded, to: file)
  }

  /// The file's bytes; the header is filled with spaces to a multiple of 8.
  package var encoded: [UInt8] {
    let sorted = tensors.sorted { $0.key < $1.key }
    for (_, tensor) in sorted { precondition(tensor.isWhole, "shape and values disagree") }
    var bytes = Self.opening(sorted.map { ($0.key, $0.value.shape) }, metadata: metadata)
    for (_, tensor) in sorted {
      tensor.values.withUnsafeBytes { bytes += $0 }
    }
    return bytes
  }

  /// What stands before the numbers of F32 tensors that follow one another.
  package static func opening(
    _ tensors: [(name: String, shape: [Int])], metadata: [String: String] = [:]
  ) -> [UInt8] {
    var parts: [String] = []
    if !metadata.isEmpty {
      let entries = metadata.sorted { $0.key < $1.key }
        .map { "\(JSON.quoted($0.key)):\(JSON.quoted($0.value))" }
      parts.append("\"__metadata__\":{\(entries.joined(separator: ","))}")
    }
    var end = 0
    for (name, shape) in tensors {
      let start = end
      end += shape.reduce(MemoryLayout<Float>.size, *)
      let lengths = shape.map(String.init).joined(separator: ",")
      parts.append(
        "\(JSON.quoted(name)):{\"dtype\":\"F32\",\"shape\":[\(lengths)],"
          + "\"data_offsets\":[\(start),\(end)]}")
    }
    var header = Array("{\(parts.joined(separator: ","))}".utf8)
    header += Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Array($0) } + header
  }
}
