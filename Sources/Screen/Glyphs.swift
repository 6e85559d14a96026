/// The characters that the screens use beside letters, and what stands for them elsewhere.
enum Glyphs {
  /// Blocks of no to eight eighths, from the floor up.
  static let blocks: [Unicode.Scalar] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// For a text without colours: what stands, from the floor up.
  static let standing: [Unicode.Scalar] = [" ", "⡀", "⣀", "⣄", "⣤", "⣦", "⣶", "⣷", "⣿"]
  /// And what hangs, from the ceiling down.
  static let hanging: [Unicode.Scalar] = [" ", "⠁", "⠉", "⠋", "⠛", "⠟", "⠿", "⡿", "⣿"]

  /// One ASCII character for each that a screen may use; the list is what the tests go over.
  static let replacements: [Unicode.Scalar: Unicode.Scalar] = [
    "▸": ">", "▶": ">", "▼": "v", "▌": "|", "■": "#", "□": "o", "·": ".", "…": "~",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "‹": "<", "›": ">", "✗": "x", "✓": "+",
    "×": "x", "−": "-", "–": "-", "±": "~", "°": "'", "σ": "s", "─": "-", "│": "|",
    "²": "2", "═": "=", "█": "#", "⏎": "<", "⇥": ">", "ĥ": "h",
  ]

  /// The ASCII character for a glyph; `?` for one that no screen is known to use.
  static func ascii(_ glyph: Unicode.Scalar) -> Unicode.Scalar {
    glyph.isASCII ? glyph : replacements[glyph] ?? "?"
  }

  /// A bar as the tenths of its number: 0 to 9 for a gate and above zero, a to i below it, `-` for
  /// what is nearly zero on a signed scale.
  static func ascii(eighths: Int, hanging: Bool, ink: Ink) -> Unicode.Scalar {
    switch ink {
    case .gate(let value): digit(Int(value * 10), from: "0")
    case .signed(let value):
      Int((value.magnitude * 10).rounded()) == 0
        ? "-" : digit(Int((value.magnitude * 10).rounded()), from: value < 0 ? "`" : "0")
    default: eighths == 0 ? " " : hanging ? "'" : "#"
    }
  }

  private static func digit(_ tenths: Int, from zero: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(zero.value) + UInt8(min(9, max(0, tenths))))
  }
}
