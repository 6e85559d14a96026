/// The object header that carries on a superblock of version 2 or 3 (specification 3.0, section II.C).
enum SuperblockExtension {
  /// The heaps of messages that several objects share; throws where the file is not all there is.
  static func sharedHeaps(
    _ image: FileImage, at address: Int
  ) throws(HDF5Fault) -> [SharedHeap] {
    var reader = MessageReader(image)
    let header = try ObjectHeader(image, at: address)
    guard header.message(.driverInfo) == nil else { throw .unread(.severalFiles) }
    guard var cursor = try reader.cursor(.sharedMessageTable, of: header, as: .sharedMessage) else {
      return []
    }
    // The shared message table message (IV.A.2.p): where the table is, and how many heaps it has.
    try cursor.version(0...0)
    let table = try cursor.definedAddress()
    return try SharedHeap.all(image, at: table, count: Int(cursor.byte()))
  }
}
