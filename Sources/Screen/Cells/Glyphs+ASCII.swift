extension Glyphs {
  /// The ASCII character that stands for another one, cell for cell; "?" for one we do not use.
  package static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII { return scalar }
    return replacements[scalar] ?? "?"
  }

  /// Every character beyond ASCII that screens use, by the one that stands for it.
  static let table: [(String, Unicode.Scalar)] = [
    ("▸▶▹▷❯›»→⇒⟶", ">"), ("◂◀◃◁‹«←⇐⟵", "<"), ("▼▾▽▿↓⇓", "v"), ("▲▴△▵↑⇑", "^"),
    ("■█▓▀▄▊▋▉◼▪", "#"), ("▌", "]"), ("▐", "["), ("▍▎▏", "|"), ("▒░", ":"), ("□▫◻○◦", "o"),
    ("●•◉", "*"),
    ("▁▂▃", "_"), ("▅▆▇", "#"),
    ("·", "."), ("⋅∙‧", "*"), ("…", "~"), ("⏎↵", "!"), ("⇥", "]"), ("⇤", "["), ("⌫", "<"),
    ("␣", "_"),
    ("↔", "-"), ("↕", "|"), ("↻↺", "@"),
    ("─━═–—−‒┄", "-"), ("╌╎", "~"), ("│┃║┆", "|"), ("┌┐└┘├┤┬┴┼╭╮╰╯┏┓┗┛╔╗╚╝╠╣╦╩╬", "+"), ("╱", "/"),
    ("╲", "\\"),
    ("✗✘×", "x"), ("✓✔", "y"), ("⊙⊗", "*"), ("⊕", "+"), ("±", "~"), ("≈∼", "~"), ("≠", "!"),
    ("≤", "<"), ("≥", ">"), ("∞", "8"), ("√", "V"), ("∂∆Δδ", "d"), ("∈", "e"), ("∘", "o"),
    ("σςΣ∑", "s"), ("τ", "t"), ("μµ", "u"), ("α", "a"), ("β", "b"), ("ε", "e"), ("η", "n"),
    ("θ", "0"), ("λ", "l"), ("π", "p"), ("φ", "f"),
    ("°", "o"), ("⁰₀", "0"), ("¹₁", "1"), ("²₂", "2"), ("³₃", "3"), ("⁴₄", "4"), ("⁵₅", "5"),
    ("⁶₆", "6"), ("⁷₇", "7"), ("⁸₈", "8"), ("⁹₉", "9"), ("₋⁻", "-"), ("₊⁺", "+"), ("ₜᵗ", "t"),
    ("‘’‚′", "'"), ("“”„″", "\""), ("½", "h"), ("‰", "%"), ("÷", "/"), ("€", "E"), ("£", "L"),
    ("\u{a0}\u{2007}\u{202f}", " "),
    ("ÀÁÂÃÄÅÆ", "A"), ("àáâãäåæ", "a"), ("Çč", "C"), ("ç", "c"), ("ÈÉÊË", "E"), ("èéêë", "e"),
    ("ÌÍÎÏ", "I"), ("ìíîï", "i"), ("Ñ", "N"), ("ñ", "n"), ("ÒÓÔÕÖØ", "O"), ("òóôõöø", "o"),
    ("ÙÚÛÜ", "U"), ("ùúûü", "u"), ("ÝŸ", "Y"), ("ýÿ", "y"), ("ß", "s"),
  ]

  private static let replacements: [Unicode.Scalar: Unicode.Scalar] = {
    var replacements: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (scalars, ascii) in table {
      for scalar in scalars.unicodeScalars { replacements[scalar] = ascii }
    }
    return replacements
  }()
}
