import Engine
import Screen

extension QuantityName {
  /// The colour that the letter has on every screen.
  var ink: Ink { .series(series) }
}
