/// The messages that say what an object is (specification 3.0, section IV.A.1).
struct ObjectHeader: Sendable {
  /// Where it stands.
  let address: Int
  /// Its messages in their order, without empty ones.
  private(set) var messages: [HeaderMessage] = []

  /// The most messages that are read.
  static let mostMessages = 100_000

  init(_ image: FileImage, at address: Int) throws(HDF5Fault) {
    var walk = Walk(in: image)
    try self.init(image, at: address, &walk)
  }

  /// The same as part of a longer way through the file.
  init(_ image: FileImage, at address: Int, _ walk: inout Walk) throws(HDF5Fault) {
    self.address = address
    var prefix = try image.cursor(at: address, of: .objectHeader)
    if image[prefix.position..<min(prefix.position + 4, image.count)].elementsEqual("OHDR".utf8) {
      try readNew(&prefix, &walk)
    } else {
      try readOld(&prefix, &walk)
    }
  }

  /// The first message of a kind.
  func message(_ type: MessageType) -> HeaderMessage? { messages.first { $0.type == type } }

  // MARK: - Version 1

  private mutating func readOld(
    _ prefix: inout Cursor, _ walk: inout Walk
  ) throws(HDF5Fault) {
    let image = prefix.image
    try prefix.version(1...1)
    // A reserved byte, how many messages there are, how many links lead here.
    try prefix.skip(1 + 2 + 4)
    let size = try prefix.count(4)
    // Messages begin at a multiple of eight.
    try prefix.skip(4)
    var blocks = [try image.range(at: prefix.position, count: size, of: .objectHeader)]
    while let block = blocks.popLast() {
      try walk.take(block.count, of: .objectHeader, at: block.lowerBound)
      var cursor = Cursor(image, block, .objectHeader)
      while cursor.left >= 8 {
        let type = try cursor.count(2)
        let size = try cursor.count(2)
        let flags = try cursor.byte()
        try cursor.skip(3)
        try add(type, flags, cursor.take(size), image, &blocks)
      }
    }
  }

  // MARK: - Version 2

  private mutating func readNew(
    _ prefix: inout Cursor, _ walk: inout Walk
  ) throws(HDF5Fault) {
    let image = prefix.image
    try prefix.expect("OHDR")
    try prefix.version(2...2)
    let flags = try prefix.byte()
    // Four times.
    if flags & 1 << 5 != 0 { try prefix.skip(16) }
    // When attributes change their place.
    if flags & 1 << 4 != 0 { try prefix.skip(4) }
    let size = try prefix.count(1 << Int(flags & 0b11))
    let hasOrder = flags & 1 << 2 != 0
    var blocks: [Range<Int>] = []
    try read(prefix.part(size, of: .objectHeader), hasOrder, &blocks)
    try prefix.verifyChecksum()
    try walk.take(prefix)
    while let block = blocks.popLast() {
      var cursor = Cursor(image, block, .objectHeader)
      try walk.take(block.count, of: .objectHeader, at: block.lowerBound)
      try cursor.expect("OCHK")
      try read(cursor.part(cursor.left - 4, of: .objectHeader), hasOrder, &blocks)
      try cursor.verifyChecksum()
    }
  }

  /// The messages of a block; what is left at its end, too short for one, is a gap.
  private mutating func read(
    _ block: Cursor, _ hasOrder: Bool, _ blocks: inout [Range<Int>]
  ) throws(HDF5Fault) {
    var cursor = block
    let opening = hasOrder ? 6 : 4
    while cursor.left >= opening {
      let type = try cursor.count(1)
      let size = try cursor.count(2)
      let flags = try cursor.byte()
      if hasOrder { try cursor.skip(2) }
      try add(type, flags, cursor.take(size), cursor.image, &blocks)
    }
  }

  // MARK: - Messages

  private mutating func add(
    _ number: Int, _ flags: UInt8, _ body: Range<Int>, _ image: FileImage,
    _ blocks: inout [Range<Int>]
  ) throws(HDF5Fault) {
    guard let type = MessageType(rawValue: UInt16(truncatingIfNeeded: number)) else {
      // Bit 7: who does not know it is not to read on.
      guard flags & 1 << 7 == 0 else { throw .unread(.unknownMessage(number)) }
      return
    }
    switch type {
    case .nothing: return
    case .continuation:
      // The object header continuation message (IV.A.2.q).
      var cursor = Cursor(image, body, .objectHeader)
      let address = try cursor.definedAddress()
      let length = try cursor.length()
      blocks.append(try image.range(at: address, count: length, of: .objectHeader))
    default:
      guard messages.count < Self.mostMessages else {
        throw .tooMany(.messages, limit: Self.mostMessages)
      }
      messages.append(HeaderMessage(type: type, isShared: flags & 1 << 1 != 0, body: body))
    }
  }
}
