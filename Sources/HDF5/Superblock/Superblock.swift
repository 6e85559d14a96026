/// The head of an HDF5 file (specification 3.0, section II.A): how wide its numbers are and where its
/// root group stands.
struct Superblock {
  /// The file's bytes, with what the superblock says of them.
  let image: FileImage
  /// Where the object header of the root group stands.
  let root: Int

  static let signature: [UInt8] = [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]

  init(_ bytes: FileImage) throws(HDF5Fault) {
    guard let position = Self.position(in: bytes) else { throw .noSignature }
    var cursor = try bytes.cursor(at: position, of: .superblock)
    try cursor.skip(Self.signature.count)
    let version = try cursor.byte()
    guard version <= 3 else { throw .superblockVersion(Int(version)) }
    // Behind the versions of the parts, which all are 0, in the old form.
    if version <= 1 { try cursor.skip(4) }
    var image = bytes
    image.offsetSize = try Self.size(&cursor)
    image.lengthSize = try Self.size(&cursor)
    // As the library does, also for a file that was moved behind other bytes.
    image.base = position
    var fields = Cursor(image, position..<cursor.end, .superblock)
    try fields.skip(cursor.position - position)
    if version <= 1 {
      root = try Self.readOld(&fields, version)
    } else {
      root = try Self.readNew(&fields, version, &image)
    }
    self.image = image
  }

  /// Where it stands: at byte 0, or at 512, 1024, 2048 …, behind bytes that belong to the user.
  private static func position(in bytes: FileImage) -> Int? {
    var position = 0
    while position <= bytes.count - signature.count {
      if bytes[position..<position + signature.count].elementsEqual(signature) { return position }
      position = max(512, position * 2)
    }
    return nil
  }

  /// Bytes of an address or of a length.
  private static func size(_ cursor: inout Cursor) throws(HDF5Fault) -> Int {
    let size = Int(try cursor.byte())
    guard [2, 4, 8].contains(size) else { throw cursor.damaged(.value) }
    return size
  }

  /// Versions 0 and 1, from behind the sizes; gives where the root group stands.
  private static func readOld(
    _ cursor: inout Cursor, _ version: UInt8
  ) throws(HDF5Fault) -> Int {
    // A reserved byte, what a node of a group's tree holds, and flags.
    try cursor.skip(1 + 4 + 4)
    if version == 1 { try cursor.skip(4) }
    try cursor.skip(cursor.image.offsetSize)
    // Free space is not managed here.
    try cursor.skip(cursor.image.offsetSize)
    try checkEnd(&cursor)
    guard try cursor.address() == nil else { throw .unread(.severalFiles) }
    // The root group as an entry of a symbol table: its name, then its object header.
    try cursor.skip(cursor.image.lengthSize)
    return try cursor.definedAddress()
  }

  /// Versions 2 and 3, from behind the sizes; gives where the root group stands.
  private static func readNew(
    _ cursor: inout Cursor, _ version: UInt8, _ image: inout FileImage
  ) throws(HDF5Fault) -> Int {
    let flags = try cursor.byte()
    // Bits 0 and 2 are set while a program writes.
    guard version == 2 || flags & 0b101 == 0 else { throw .beingWritten }
    try cursor.skip(cursor.image.offsetSize)
    let more = try cursor.address()
    try checkEnd(&cursor)
    let root = try cursor.definedAddress()
    try cursor.verifyChecksum()
    if let more { image.sharedHeaps = try SuperblockExtension.sharedHeaps(image, at: more) }
    return root
  }

  /// Where the file should end.
  private static func checkEnd(_ cursor: inout Cursor) throws(HDF5Fault) {
    guard let end = try cursor.address() else { throw cursor.damaged(.incomplete) }
    // It counts from the file's first byte, not from the base address.
    let expected = end - cursor.image.base
    guard expected <= cursor.image.count else {
      throw .fileCutShort(expected: expected, found: cursor.image.count)
    }
  }
}
