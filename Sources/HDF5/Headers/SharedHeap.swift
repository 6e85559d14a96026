/// A heap of messages that several objects share (specification 3.0, section IV.B, "shared object header
/// message table").
struct SharedHeap: Sendable {
  /// Bit n is set where it holds messages of type n.
  private let types: UInt16
  /// Where the fractal heap stands.
  let address: Int

  func holds(_ type: MessageType) -> Bool {
    type.rawValue < 16 && types & 1 << type.rawValue != 0
  }

  /// The heaps of the table at a position; those without a message are left out.
  static func all(
    _ image: FileImage, at position: Int, count: Int
  ) throws(HDF5Fault) -> [SharedHeap] {
    var cursor = try image.cursor(at: position, of: .sharedMessage, signature: "SMTB")
    var heaps: [SharedHeap] = []
    for _ in 0..<count {
      // Versions and kind of the index, which is not needed to read.
      try cursor.skip(2)
      let types = UInt16(truncatingIfNeeded: try cursor.unsigned(2))
      // The size from which messages are shared, when the index becomes a tree, how many there are.
      try cursor.skip(4 + 2 + 2 + 2)
      _ = try cursor.address()
      if let heap = try cursor.address() { heaps.append(SharedHeap(types: types, address: heap)) }
    }
    try cursor.verifyChecksum()
    return heaps
  }
}
