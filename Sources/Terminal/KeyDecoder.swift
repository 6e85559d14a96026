import Screen

/// Turns the bytes that a terminal sends into keys; pure, so that tests need no terminal.
///
/// Both modes of the keypads, the variants of Home and End, and the function keys of xterm, rxvt,
/// tmux and the Linux console are known without asking for the terminal's kind; what its
/// description says beyond that is handed in. Unknown sequences, invalid UTF-8 and pasted text
/// yield nothing.
///
/// Bytes may arrive in pieces. What is unfinished waits for as long as `patience` says; then
/// `giveUp()` makes the best of it: a lone escape byte is the escape key.
///
/// What a terminal answers is never a key, however late its pieces come: a string, say of OSC, goes on
/// until its end, and a control sequence that has begun with numbers waits for its last byte. Nobody
/// types those. Any control byte ends a string whose end was lost, so that a key does.
struct KeyDecoder {
  /// Sequences beyond the usual ones, escape byte included; of equal ones the last counts. They are few.
  typealias Extras = [(bytes: [UInt8], key: Key)]
  var extras: Extras = []
  private var bytes: [UInt8] = []
  private var place = 0
  private var isPasting = false
  private var isInString = false
  /// Whether the string began with a control of eight bits, and may end so.
  private var isEightBit = false
  /// What was given up on, while its rest may still come: an escape byte, or that and the beginning
  /// of a string.
  private var givenUp: [UInt8] = []

  /// Takes in bytes as they were read, one read a call.
  mutating func feed(_ read: [UInt8]) {
    if place > 0 {
      bytes.removeFirst(place)
      place = 0
    }
    // The rest of a sequence whose beginning came long before, over a slow line: it must not be taken
    // for letters.
    if !givenUp.isEmpty, !isPasting, bytes.isEmpty, isRestOfSequence(read) { bytes = givenUp }
    if !read.isEmpty { givenUp = [] }
    bytes += read
  }

  /// The milliseconds after which `giveUp()` is due if no byte comes; nil if nothing waits.
  var patience: Int? {
    if isPasting { return 1000 }
    guard place < bytes.count, !isInString, !hasParameters else { return nil }
    return bytes.count - place == 1 ? 75 : 250
  }

  /// Whether what waits is a control sequence with its first parameters.
  private var hasParameters: Bool {
    let waiting = bytes[place...]
    let start = waiting.first == 0x9b ? 1 : waiting.starts(with: [0x1b, 0x5b]) ? 2 : nil
    return start.map { waiting.dropFirst($0).first.map { $0 < 0x40 } ?? false } ?? false
  }

  /// The next key, nil if none is complete.
  mutating func next() -> Key? {
    while place < bytes.count {
      if isPasting {
        if !skipPaste() { return nil }
        continue
      }
      if isInString {
        if !skipString() { return nil }
        continue
      }
      switch KeyDecoder.parse(bytes[place...], extras) {
      case .key(let key, let count):
        place += count
        return key
      case .nothing(let count): place += count
      case .pasteBegins(let count):
        place += count
        isPasting = true
      case .stringBegins(let count):
        isEightBit = bytes[place] != 0x1b
        place += count
        isInString = true
      case .unfinished: return nil
      }
    }
    return nil
  }

  /// Ends the waiting: an unfinished paste is over, a lone escape byte becomes the escape key, and
  /// what followed it is read anew.
  mutating func giveUp() {
    if isPasting {
      isPasting = false
      bytes.removeAll()
      place = 0
      return
    }
    guard patience != nil else { return }
    let waiting = Array(bytes[place...])
    if waiting.first != 0x1b {
      place = bytes.count
    } else if waiting.count == 2, KeyDecoder.isStringIntroducer(waiting[1]) {
      givenUp = waiting
      place = bytes.count
    } else {
      if waiting.count == 1 { givenUp = waiting }
      bytes.insert(KeyDecoder.loneEscape, at: place + 1)
    }
  }

  /// A byte that no UTF-8 text holds; after an escape byte it says that no sequence follows.
  static let loneEscape: UInt8 = 0xff

  /// Skips pasted bytes; true once the end marker was found.
  private mutating func skipPaste() -> Bool {
    let marker: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e]
    var start = place
    while let escape = bytes[start...].firstIndex(of: 0x1b) {
      let rest = bytes[escape...].prefix(marker.count)
      if rest.elementsEqual(marker) {
        place = escape + marker.count
        isPasting = false
        return true
      }
      if rest.count < marker.count, marker.starts(with: rest) {
        place = escape
        return false
      }
      start = escape + 1
    }
    place = bytes.count
    return false
  }

  /// Skips what a string holds; true once it has ended.
  private mutating func skipString() -> Bool {
    let end = bytes[place...].firstIndex {
      $0 < 0x20 || $0 == 0x7f || $0 == 0x9c && isEightBit
    }
    place = end ?? bytes.count
    guard let end, bytes[end] != 0x1b || end + 1 < bytes.count else { return false }
    isInString = false
    switch bytes[end] {
    case 0x07, 0x18, 0x1a, 0x9c: place += 1
    case 0x1b where bytes[end + 1] == 0x5c: place += 2
    // It was cut short: what cuts it is read as what it is.
    default: break
    }
    return true
  }

  /// Whether bytes that came in one piece go on with what was given up on. A hand sends single bytes.
  private func isRestOfSequence(_ read: [UInt8]) -> Bool {
    guard read.count >= 2, read[0] != 0x1b else { return false }
    guard givenUp.count == 1 else { return true }
    if KeyDecoder.isStringIntroducer(read[0]) { return read.count >= 3 }
    guard read[0] == 0x5b || read[0] == 0x4f else { return false }
    // With numbers behind the bracket it is nothing that somebody types.
    if read[0] == 0x5b, (0x30..<0x40).contains(read[1]) { return true }
    guard case .key(_, let count) = KeyDecoder.parse([0x1b] + read, []) else { return false }
    return count == read.count + 1
  }
}
