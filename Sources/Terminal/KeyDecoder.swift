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
struct KeyDecoder {
  /// Sequences beyond the usual ones, escape byte included.
  var extras: [[UInt8]: Key] = [:]
  private var bytes: [UInt8] = []
  private var place = 0
  private var isPasting = false
  private var gaveUpOnEscape = false

  /// Takes in bytes as they were read, one read a call.
  mutating func feed(_ read: [UInt8]) {
    if place > 0 {
      bytes.removeFirst(place)
      place = 0
    }
    // The rest of a sequence whose escape byte came long before, over a slow line: the escape
    // key is out already, but its rest must not be taken for letters.
    if gaveUpOnEscape, !isPasting, bytes.isEmpty, KeyDecoder.isRestOfSequence(read) {
      bytes.append(0x1b)
    }
    if !read.isEmpty { gaveUpOnEscape = false }
    bytes += read
  }

  /// The milliseconds after which `giveUp()` is due if no byte comes; nil if nothing waits.
  var patience: Int? {
    if isPasting { return 1000 }
    guard place < bytes.count else { return nil }
    return bytes.count - place == 1 ? 75 : 250
  }

  /// The next key, nil if none is complete.
  mutating func next() -> Key? {
    while place < bytes.count {
      if isPasting {
        if !skipPaste() { return nil }
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
    guard place < bytes.count else { return }
    if bytes[place] == 0x1b {
      gaveUpOnEscape = bytes.count - place == 1
      bytes.insert(KeyDecoder.loneEscape, at: place + 1)
    } else {
      place = bytes.count
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

  private static func isRestOfSequence(_ read: [UInt8]) -> Bool {
    guard read.count >= 2, read[0] == 0x5b || read[0] == 0x4f else { return false }
    guard case .key(_, let count) = parse([0x1b] + read, [:]) else { return false }
    return count == read.count + 1
  }
}
