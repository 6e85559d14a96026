import Engine

/// Texts that are to do harm where they are printed as they are.
///
/// What steers a terminal carries a number of ours: so it is told from what the program itself sends.
enum HostileText {
  static let mark = "7331"

  /// Sequences that steer a terminal, each with our number.
  static let sequences = [
    "\u{1B}[\(mark)m", "\u{1B}[\(mark);1H", "\u{1B}]\(mark);title\u{07}",
    "\u{1B}]52;c;\(mark)\u{07}", "\u{1B}P\(mark)p\u{1B}\\", "\u{1B}_\(mark)\u{1B}\\",
    "\u{1B}^\(mark)\u{1B}\\", "\u{1B}X\(mark)\u{1B}\\", "\u{9B}\(mark)m", "\u{9D}\(mark);x\u{9C}",
    "\u{90}\(mark)p\u{9C}", "\u{1B}(0\(mark)", "\u{1B}c\(mark)", "\u{0E}\(mark)\u{0F}",
    "\u{08}\u{08}\(mark)", "\r\(mark)",
  ]

  private static let pieces =
    [
      // Both directions, invisible, joining, of no or two cells.
      "\u{202E}", "\u{2066}", "\u{200F}", "\u{061C}", "\u{200B}", "\u{FEFF}", "\u{00AD}",
      "\u{2060}",
      "e\u{301}\u{302}\u{303}", "\u{301}", "ก\u{E33}", "ำ", "\u{1100}\u{1161}\u{11A8}", "\u{1161}",
      "क्षि", "👩‍👩‍👧‍👦", "👍🏽", "🇩🇪", "🇩", "\u{FE0F}", "\u{20E3}", "表", "ｱ", "\u{E000}", "\u{FFFE}",
      "\u{10FFFF}", "\u{E0041}", "\u{2028}", "\u{2029}", "\u{85}", "\u{7F}", "\u{00}", "\u{07}",
      "\t", "\u{0B}", "\u{0C}", "\u{1A}", "\u{80}", "\u{FFFD}",
      // What our own languages mean something by.
      ";", ":", "#", "{", "}", "[", "]", "\"", "'", "\\", "*", "&", "!", "|", ">", "%", "@", "`",
      "-",
      "- ", ": ", " #", "? ", "---", "...", "null", "true", "~", "<<", "0x", "1e999", "nan",
      "\\u0000",
      "%s", "%n", "$(x)", "../", "//", ",", "=", " ", "  ",
    ] + sequences

  /// A text; now and then a long one. It has line ends only where it `hasLineEnds`.
  static func text(_ chance: inout SplitMix64, most: Int = 12, hasLineEnds: Bool = false) -> String
  {
    let count = chance.oneIn(40) ? most * 20 : chance.number(in: 1...most)
    var text = ""
    for _ in 0..<count {
      switch chance.number(in: 0...9) {
      case 0...5: text += chance.pick(pieces)
      case 6: text.unicodeScalars.append(scalar(&chance))
      case 7 where hasLineEnds: text += "\n"
      default: text += chance.pick(["lstm1", "select", "go", "12", "a", "Z", "x[0, 1]"])
      }
    }
    return text
  }

  /// The text as bytes, now and then no UTF-8; a NUL only where it `hasNull`.
  static func bytes(
    _ chance: inout SplitMix64, most: Int = 12, hasNull: Bool = true
  ) -> [UInt8] {
    var bytes = Array(text(&chance, most: most).utf8)
    if chance.oneIn(3) {
      let broken: [[UInt8]] = [
        [0x80], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
        [0x9B, 0x37, 0x33, 0x33, 0x31, 0x6D],
      ]
      bytes.insert(
        contentsOf: chance.pick(broken), at: chance.number(in: 0...bytes.count))
    }
    return bytes.filter { $0 != 0x0A && (hasNull || $0 != 0) }
  }

  private static func scalar(_ chance: inout SplitMix64) -> Unicode.Scalar {
    let most = chance.pick([0x20, 0xFF, 0x3000, 0xFFFF, 0x10FFFF])
    return Unicode.Scalar(UInt32(chance.number(in: 1...most))) ?? "\u{FFFD}"
  }

  /// Bytes to type: no key that asks for a signal, and not the one that leaves. The terminal itself
  /// shows what is typed behind that.
  static func keys(_ chance: inout SplitMix64, most: Int = 12) -> [UInt8] {
    bytes(&chance, most: most).filter { ![0x03, 0x1A, 0x1C, UInt8(ascii: "q")].contains($0) }
  }

  /// The first of our sequences that stands in an output as it is, in words; nil for none.
  static func foundRaw(in output: [UInt8]) -> String? {
    sequences.first { output.contains(Array($0.utf8)) }.map { Report.onOneLine($0) }
  }
}
