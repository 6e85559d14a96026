import Engine

extension Safetensors {
  /// Writes the tensors as F32 to `file`, in the order of their names.
  package func write(to file: String) throws(ModelFileError) {
    try FileBytes.write(encoded, to: file)
  }

  /// The file's bytes; the header is filled with spaces to a multiple of 8.
  package var encoded: [UInt8] {
    var parts: [String] = []
    if !metadata.isEmpty {
      let entries = metadata.sorted { $0.key < $1.key }
        .map { "\(JSON.quoted($0.key)):\(JSON.quoted($0.value))" }
      parts.append("\"__metadata__\":{\(entries.joined(separator: ","))}")
    }
    let sorted = tensors.sorted { $0.key < $1.key }
    var end = 0
    for (name, tensor) in sorted {
      precondition(tensor.isWhole, "shape and values disagree")
      let start = end
      end += tensor.values.count * MemoryLayout<Float>.size
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      parts.append(
        "\(JSON.quoted(name)):{\"dtype\":\"F32\",\"shape\":[\(shape)],"
          + "\"data_offsets\":[\(start),\(end)]}")
    }
    var header = Array("{\(parts.joined(separator: ","))}".utf8)
    header += Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)

    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + header.count + end)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { bytes += $0 }
    bytes += header
    for (_, tensor) in sorted {
      tensor.values.withUnsafeBytes { bytes += $0 }
    }
    return bytes
  }
}
