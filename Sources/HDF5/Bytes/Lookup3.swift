/// The checksum of metadata: Bob Jenkins's hash `lookup3`, little endian, beginning from 0
/// (specification 3.0, section I; https://burtleburtle.net/bob/c/lookup3.c).
enum Lookup3 {
  static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { hash($0) }
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let begin = 0xDEAD_BEEF &+ UInt32(truncatingIfNeeded: bytes.count)
    var state = State(a: begin, b: begin, c: begin)
    guard !bytes.isEmpty else { return state.c }
    var position = 0
    while bytes.count - position > 12 {
      state.add(bytes, at: position, count: 12)
      state.mix()
      position += 12
    }
    state.add(bytes, at: position, count: bytes.count - position)
    state.finish()
    return state.c
  }

  private struct State {
    var a: UInt32
    var b: UInt32
    var c: UInt32

    /// Adds up to twelve bytes, four to each.
    mutating func add(_ bytes: UnsafeRawBufferPointer, at position: Int, count: Int) {
      for index in 0..<count {
        let part = UInt32(bytes[position + index]) << UInt32(index % 4 * 8)
        switch index / 4 {
        case 0: a &+= part
        case 1: b &+= part
        default: c &+= part
        }
      }
    }

    mutating func mix() {
      a = (a &- c) ^ rotated(c, 4)
      c = c &+ b
      b = (b &- a) ^ rotated(a, 6)
      a = a &+ c
      c = (c &- b) ^ rotated(b, 8)
      b = b &+ a
      a = (a &- c) ^ rotated(c, 16)
      c = c &+ b
      b = (b &- a) ^ rotated(a, 19)
      a = a &+ c
      c = (c &- b) ^ rotated(b, 4)
      b = b &+ a
    }

    mutating func finish() {
      c = (c ^ b) &- rotated(b, 14)
      a = (a ^ c) &- rotated(c, 11)
      b = (b ^ a) &- rotated(a, 25)
      c = (c ^ b) &- rotated(b, 16)
      a = (a ^ c) &- rotated(c, 4)
      b = (b ^ a) &- rotated(a, 14)
      c = (c ^ b) &- rotated(b, 24)
    }

    private func rotated(_ value: UInt32, _ bits: UInt32) -> UInt32 {
      value << bits | value >> (32 - bits)
    }
  }
}
