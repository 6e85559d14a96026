import Engine
import Screen

extension QuantityName {
  /// The colour that the letter has on every screen.
  var ink: Ink { Self.hues[series % Self.hues.count] }

  /// The series of colours.
  private static let hues: [Ink] = [
    .inputGate, .forgetGate, .cellCandidate, .outputGate, .cellState, .hiddenState,
  ]
}
