import Engine

/// Spoils the bytes of a file. The same source of chance spoils the same bytes in the same way.
enum Mutator {
  /// Some changes, mostly few: many of them leave nothing of which a reader would see the inside.
  static func mutated(_ original: [UInt8], _ chance: inout SplitMix64) -> [UInt8] {
    var bytes = original
    let count = chance.pick([1, 1, 1, 2, 3, 8])
    for _ in 0..<count { change(&bytes, &chance) }
    // Slices that are doubled again and again would outgrow every reader.
    return Array(bytes.prefix(2 << 20))
  }

  /// Other bytes in some places, while none moves; now and then the end is cut off.
  static func changed(_ original: [UInt8], _ chance: inout SplitMix64) -> [UInt8] {
    var bytes = original
    for _ in 0..<chance.pick([1, 1, 2, 4, 8]) where !bytes.isEmpty {
      let place =
        chance.oneIn(2) ? chance.number(in: 0...bytes.count - 1) : place(in: bytes, &chance)
      guard place < bytes.count else { continue }
      switch chance.number(in: 0...4) {
      case 0: bytes[place] = 0
      case 1: bytes[place] = 0xFF
      case 2: bytes[place] ^= 1 << UInt8(chance.number(in: 0...7))
      case 3: setLength(&bytes, &chance)
      default: bytes[place] = UInt8(chance.number(in: 0...255))
      }
    }
    if chance.oneIn(20) { bytes.removeLast(chance.number(in: 0...bytes.count)) }
    return bytes
  }

  private static func change(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
    guard !bytes.isEmpty else {
      bytes = Array(chance.pick(extremes).utf8)
      return
    }
    switch chance.number(in: 0...12) {
    case 0, 1:
      let place = chance.number(in: 0...bytes.count - 1)
      bytes[place] ^= 1 << UInt8(chance.number(in: 0...7))
    case 2: bytes[chance.number(in: 0...bytes.count - 1)] = UInt8(chance.number(in: 0...255))
    case 3: bytes.removeLast(chance.number(in: 1...bytes.count))
    case 4: bytes.removeSubrange(slice(of: bytes, &chance))
    case 5:
      bytes.insert(contentsOf: bytes[slice(of: bytes, &chance)], at: place(in: bytes, &chance))
    case 6, 7: replaceNumber(&bytes, &chance)
    case 8:
      let brackets = chance.pick(["[", "{", "(", "[[", "{\"a\":", "- ", "\"", "'", "&a [*a,"])
      let nested = String(repeating: brackets, count: chance.pick([1, 2, 100, 20_000]))
      bytes.insert(contentsOf: Array(nested.utf8), at: place(in: bytes, &chance))
    case 9: swapLines(&bytes, &chance)
    case 10: setLength(&bytes, &chance)
    case 11:
      bytes.insert(
        contentsOf: HostileText.bytes(&chance, most: 4), at: place(in: bytes, &chance))
    default: swapWords(&bytes, &chance)
    }
  }

  private static let extremes = [
    "0", "-1", "1", "2147483647", "2147483648", "4294967296", "9223372036854775807",
    "-9223372036854775808", "18446744073709551616", "1e308", "1e309", "-1e309", "1e-9999999999",
    "1e9223372036854775808", "0.00000000000000000000001", "nan", "inf", "-Infinity", "1000000000",
    "100000", "3.5", "1_000", "0x7fffffff", "null", "true", "\"\"", "[]", "{}", "",
  ]

  /// Another number in place of one.
  private static func replaceNumber(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let start = place(in: bytes, &chance)
    guard let first = bytes[start...].firstIndex(where: digits.contains) else { return }
    let end = bytes[first...].firstIndex { !digits.contains($0) } ?? bytes.count
    bytes.replaceSubrange(first..<end, with: Array(chance.pick(extremes).utf8))
  }

  private static func swapLines(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count > 1 else { return }
    lines.swapAt(chance.number(in: 0...lines.count - 1), chance.number(in: 0...lines.count - 1))
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Exchanges two words, as where a key stands in another's place.
  private static func swapWords(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
    let (one, other) = (word(in: bytes, &chance), word(in: bytes, &chance))
    guard let one, let other, one.upperBound <= other.lowerBound else { return }
    let (first, second) = (Array(bytes[one]), Array(bytes[other]))
    bytes.replaceSubrange(other, with: first)
    bytes.replaceSubrange(one, with: second)
  }

  private static func word(in bytes: [UInt8], _ chance: inout SplitMix64) -> Range<Int>? {
    func isLetter(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
    let start = place(in: bytes, &chance)
    guard let first = bytes[start...].firstIndex(where: isLetter) else { return nil }
    return first..<(bytes[first...].firstIndex { !isLetter($0) } ?? bytes.count)
  }

  /// A length as binary headers have it, mostly at the beginning.
  private static func setLength(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
    let lengths: [UInt64] = [
      0, 1, 7, 255, 65_535, 1 << 20, 16 << 20, 1 << 31, 1 << 32, 1 << 62, 1 << 63, .max, .max - 7,
    ]
    let length = chance.pick(lengths)
    let place = chance.oneIn(3) ? place(in: bytes, &chance) : min(bytes.count, chance.pick([0, 8]))
    for (count, index) in (place..<min(bytes.count, place + 8)).enumerated() {
      bytes[index] = UInt8(truncatingIfNeeded: length >> (8 * UInt64(count)))
    }
  }

  private static func place(in bytes: [UInt8], _ chance: inout SplitMix64) -> Int {
    // What comes first decides most.
    chance.number(in: 0...(chance.oneIn(2) ? bytes.count : min(bytes.count, 256)))
  }

  private static func slice(of bytes: [UInt8], _ chance: inout SplitMix64) -> Range<Int> {
    let start = place(in: bytes, &chance)
    return start..<min(bytes.count, start + chance.number(in: 1...chance.pick([4, 64, 4096])))
  }
}
