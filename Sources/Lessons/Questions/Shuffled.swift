/// The texts in an order that depends on them alone, so that the right one may stand anywhere and yet
/// stands there every time.
func shuffled(_ texts: [String], by seed: String) -> [String] {
  texts.map { text in (hash(text + seed), text) }.sorted { $0.0 < $1.0 }.map(\.1)
}

/// FNV-1a, 64 bits: the same on every machine, as Swift's own hash is not.
private func hash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
}
