/// The one name of a quantity, the word that stands for it in an address: `forget_gate`.
///
///     lstm1.forget_gate[12, 5]
///
/// The names are open: each kind of layer declares its own beside its settings, and what every
/// network has is declared here. Commands, formulas, files and screens all use this one type.
///
/// It is compared for every cell that is drawn: so it holds a number made of the word, and no text
/// that would have to be counted.
package struct QuantityName: Hashable, Sendable {
  private let word: StaticString
  private let number: UInt64

  /// The name that a word is, whether or not any layer has such a quantity.
  package init(_ word: StaticString) {
    self.word = word
    number = word.withUTF8Buffer { Self.number(of: $0) }
  }

  /// The word in an address.
  package var rawValue: String { "\(word)" }

  package static func == (one: QuantityName, other: QuantityName) -> Bool {
    one.number == other.number
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// The FNV-1a hash of a word. Names are few and stand in the source; a test holds that no two of
  /// them have one number.
  private static func number(of word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    word.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension QuantityName {
  /// h, what a recurrent layer shows.
  package static let hiddenState = QuantityName("hidden_state")
  /// What a layer reads.
  package static let input = QuantityName("input")
  /// What leaves a layer.
  package static let output = QuantityName("output")
  /// The shape of what leaves a layer.
  package static let shape = QuantityName("output.shape")
  /// The weights of what a layer reads.
  package static let kernel = QuantityName("kernel")
  /// The weights of a layer's own hidden state.
  package static let recurrentKernel = QuantityName("recurrent_kernel")
  /// What a layer's sums start from.
  package static let bias = QuantityName("bias")
  /// The numbers that enter the network.
  package static let x = QuantityName("x")
}
