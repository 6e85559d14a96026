/// Where the bytes of an `.npy` file come from: a file of its own, or an entry of an archive. They are
/// taken in their order; `after` says how many come before.
protocol NumPySource: ~Copyable {
  /// How many bytes there are.
  var size: Int { get }
  /// So many bytes, fewer at the end.
  func bytes(_ count: Int, after offset: Int) throws(FileError) -> [UInt8]
  /// So many numbers; throws where there are fewer.
  func floats(
    _ count: Int, as type: StoredType, bigEndian: Bool, after offset: Int
  ) throws(FileError) -> [Float]
}

extension FileReader: NumPySource {
  func bytes(_ count: Int, after offset: Int) throws(FileError) -> [UInt8] { try bytes(count) }

  func floats(
    _ count: Int, as type: StoredType, bigEndian: Bool, after offset: Int
  ) throws(FileError) -> [Float] {
    try floats(count, as: type, bigEndian: bigEndian)
  }
}

/// Bytes in memory.
struct NumPyBytes: NumPySource {
  private let content: ArraySlice<UInt8>

  init(_ content: ArraySlice<UInt8>) { self.content = content }

  var size: Int { content.count }

  func bytes(_ count: Int, after offset: Int) -> [UInt8] {
    Array(content.dropFirst(offset).prefix(count))
  }

  func floats(
    _ count: Int, as type: StoredType, bigEndian: Bool, after offset: Int
  ) -> [Float] {
    let bytes = bytes(count * type.size, after: offset)
    return type.floats((bigEndian ? type.reversed(bytes) : bytes)[...])
  }
}
