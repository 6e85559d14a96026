/// What a part of a canvas is. Lessons write each as a text; here a layer may be called what it likes, a
/// word of the screen's own among them.
package enum PartName: Hashable, Sendable {
  /// A word of the screen's own: `map`.
  case word(String)
  /// A layer, the input among them.
  case layer(String)
  /// A quantity by its address without indices: `lstm1.forget_gate`.
  case quantity(String)

  /// The sentences at the bottom of every screen.
  package static let sentences = PartName.word("sentences")
  /// What the screen says can be done about a layer that cannot be built.
  package static let advice = PartName.word("advice")
  /// What enters the network.
  static let x = PartName.quantity("x")

  /// As a lesson writes it.
  package var text: String {
    switch self {
    case .word(let text), .layer(let text), .quantity(let text): text
    }
  }
}
