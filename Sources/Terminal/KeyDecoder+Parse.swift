import Screen
import Wording

extension KeyDecoder {
  enum Parsed: Equatable {
    case key(Key, count: Int)
    /// Bytes that mean nothing to us.
    case nothing(count: Int)
    case pasteBegins(count: Int)
    /// A string of the terminal's, which goes on until its end: OSC, DCS, APC, PM or SOS.
    case stringBegins(count: Int)
    case unfinished
  }

  /// Reads what stands at the beginning of some bytes (at least one).
  static func parse(_ bytes: ArraySlice<UInt8>, _ extras: Extras) -> Parsed {
    let first = bytes[bytes.startIndex]
    switch first {
    case 0x1b: return parseEscape(bytes, extras)
    case 0x0a, 0x0d: return .key(.enter, count: 1)
    case 0x09: return .key(.tab, count: 1)
    case 0x08, 0x7f: return .key(.backspace, count: 1)
    case 0..<0x20:
      // Control clears the upper bits of a letter: ctrl-A is 1.
      let letter = Unicode.Scalar(first < 27 && first > 0 ? first + 0x60 : first + 0x40)
      return .key(.control(Character(letter)), count: 1)
    case 0x20..<0x7f: return .key(.character(Character(Unicode.Scalar(first))), count: 1)
    // The controls of eight bits, which no UTF-8 text begins with. Alone it is the late rest of a
    // letter.
    case 0x90, 0x98, 0x9d...0x9f:
      return bytes.count > 1 ? .stringBegins(count: 1) : .nothing(count: 1)
    case 0x9b: return parseControlSequence(bytes, from: bytes.startIndex + 1, extras)
    default: return parseUTF8(bytes)
    }
  }

  private static func parseUTF8(_ bytes: ArraySlice<UInt8>) -> Parsed {
    let length: Int
    switch bytes[bytes.startIndex] {
    case 0xc2...0xdf: length = 2
    case 0xe0...0xef: length = 3
    case 0xf0...0xf4: length = 4
    default: return .nothing(count: 1)
    }
    let sequence = bytes.prefix(length)
    let valid = sequence.dropFirst().prefix { $0 & 0xc0 == 0x80 }.count + 1
    if valid < sequence.count { return .nothing(count: valid) }
    if sequence.count < length { return .unfinished }
    guard let text = String(validating: sequence, as: UTF8.self), let character = text.first,
      Cleaning.width(of: text) > 0, !text.unicodeScalars.contains(where: { $0.value < 0xa0 })
    else { return .nothing(count: length) }
    return .key(.character(character), count: length)
  }

  private static func parseEscape(
    _ bytes: ArraySlice<UInt8>, _ extras: Extras
  ) -> Parsed {
    guard bytes.count > 1 else { return .unfinished }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case loneEscape: return .key(.escape, count: 2)
    case 0x5b: return parseControlSequence(bytes, from: bytes.startIndex + 2, extras)
    case 0x4f: return parseSingleShift(bytes, extras)
    // Alone it is a hand that holds alt; what a terminal says comes in one piece with it.
    case _ where isStringIntroducer(second):
      return bytes.count > 2 ? .stringBegins(count: 2) : .unfinished
    // Escape, and then something else: a quick hand, or one that holds alt, which is no key of ours.
    default: return .key(.escape, count: 1)
    }
  }

  /// Whether ESC and this byte begin a string: P is DCS, X is SOS, ] is OSC, ^ is PM, _ is APC.
  static func isStringIntroducer(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x50, 0x58, 0x5d, 0x5e, 0x5f: true
    default: false
    }
  }

  /// ESC [ parameters, intermediates, one final byte; `start` is where the parameters begin.
  private static func parseControlSequence(
    _ bytes: ArraySlice<UInt8>, from start: Int, _ extras: Extras
  ) -> Parsed {
    var place = start
    // The Linux console: ESC [ [ A to E are F1 to F5.
    if place < bytes.endIndex, bytes[place] == 0x5b {
      guard place + 1 < bytes.endIndex else { return .unfinished }
      let letter = Int(bytes[place + 1])
      let count = place + 1 - bytes.startIndex
      if (0x41...0x45).contains(letter) {
        return .key(.function(letter - 0x40), count: count + 1)
      }
      return .nothing(count: count)
    }
    // rxvt ends a key with $; in what a terminal says of its modes, ?, it is the last but one.
    let isReport = place < bytes.endIndex && bytes[place] == 0x3f
    while place < bytes.endIndex, (0x20..<0x40).contains(bytes[place]),
      bytes[place] != 0x24 || isReport
    {
      place += 1
    }
    guard place < bytes.endIndex else {
      return bytes.count > longestSequence ? .nothing(count: bytes.count) : .unfinished
    }
    let count = place + 1 - bytes.startIndex
    let final = bytes[place]
    // Not the end of a sequence: what is there is broken, and this byte begins something new.
    guard (0x40..<0x7f).contains(final) || final == 0x24 else { return .nothing(count: count - 1) }
    if let key = key(of: bytes.prefix(count), extras) { return .key(key, count: count) }
    let parameters = bytes[start..<place]
    if parameters.first == 0x3c { return mouse(parameters.dropFirst(), final: final, count: count) }
    if final == 0x4d, parameters.isEmpty { return oldMouse(bytes, from: place + 1) }
    // rxvt ends with $, ^ and @ where shift and control are held.
    if [0x7e, 0x24, 0x5e, 0x40].contains(final) {
      let number = leadingNumber(parameters)
      if number == 200 { return .pasteBegins(count: count) }
      if let key = numbered[number] { return .key(key, count: count) }
    } else if let key = lettered[final], parameters.allSatisfy({ $0 < 0x3c }),
      // Behind another number than 1 it tells where the cursor stands.
      final != 0x52 || leadingNumber(parameters) <= 1
    {
      return .key(key, count: count)
    }
    return .nothing(count: count)
  }

  private static func key(of bytes: ArraySlice<UInt8>, _ extras: Extras) -> Key? {
    extras.last { $0.bytes[...] == bytes }?.key
  }

  /// ESC O, in older terminals a modifier, one final byte.
  private static func parseSingleShift(
    _ bytes: ArraySlice<UInt8>, _ extras: Extras
  ) -> Parsed {
    var place = bytes.startIndex + 2
    if place < bytes.endIndex, (0x30..<0x3a).contains(bytes[place]) { place += 1 }
    guard place < bytes.endIndex else { return .unfinished }
    let count = place + 1 - bytes.startIndex
    if let key = key(of: bytes.prefix(count), extras) { return .key(key, count: count) }
    let final = bytes[place]
    if let key = lettered[final] ?? keypad[final] { return .key(key, count: count) }
    // No sequence but the keys Esc, O and what follows.
    return (0x20..<0x7f).contains(final) ? .nothing(count: count) : .nothing(count: count - 1)
  }

  /// Longer than any key's sequence; a line that sends more is broken.
  private static let longestSequence = 512

  private static func leadingNumber(_ parameters: ArraySlice<UInt8>) -> Int {
    parameters.prefix { (0x30..<0x3a).contains($0) }.prefix(4)
      .reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  /// ESC [ number ~, with the modifiers left aside.
  static let numbered: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]

  /// ESC [ letter and ESC O letter.
  static let lettered: [UInt8: Key] = [
    0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home,
    0x50: .function(1), 0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
    0x5a: .shiftTab,
  ]

  /// ESC O letter: the number keypad in application mode.
  static let keypad: [UInt8: Key] = {
    var keypad: [UInt8: Key] = [
      0x4d: .enter, 0x49: .tab, 0x58: .character("="), 0x20: .character(" "),
    ]
    for (place, character) in "*+,-./0123456789".enumerated() {
      keypad[0x6a + UInt8(place)] = .character(character)
    }
    return keypad
  }()
}
