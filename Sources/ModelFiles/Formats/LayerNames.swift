import Engine

/// Names for layers, of the names that other programs have for them: letters, digits and lines alone, so
/// that formulas and files can have them, and each once.
struct LayerNames {
  private var taken: Set<String>

  init(besides name: String) { taken = [name] }

  /// A name like another, for one layer or for the three of a Bidirectional: `encoder.lstm` is
  /// `encoder_lstm`, and `0` with the word `lstm` is `lstm_0`.
  mutating func fresh(
    _ name: String, word: String, ending: String = "", isBidirectional: Bool = false
  ) -> String {
    let plain = String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }.prefix(60))
    let base =
      plain.isEmpty ? word : plain.first?.isLetter == true ? plain : "\(word)_\(plain)"
    var name = base + ending
    var number = 1
    while !take(name, isBidirectional) {
      number += 1
      name = "\(base)\(ending)_\(number)"
    }
    return name
  }

  /// Whether a name was free, with those that the two layers of a Bidirectional have after it.
  private mutating func take(_ name: String, _ isBidirectional: Bool) -> Bool {
    let both = Bidirectional(name: name)
    let names = [name] + (isBidirectional ? [both.forwardName, both.backwardName] : [])
    guard taken.isDisjoint(with: names) else { return false }
    taken.formUnion(names)
    return true
  }
}
