/// Words that may stand behind a command while it is typed. Those that only a network has are named
/// here; the tutor, which has one, says what they are.
package enum Completion: Hashable, Sendable {
  case words([String])
  /// The names of the layers, the input's among them.
  case layers
  case models
  /// `lstm1.return_sequences` for each flag of each recurrent layer.
  case flags
  case recurrentLayers
  /// `lstm1.forget_gate` for each gate of each recurrent layer.
  case gates
  /// The same for its states as well.
  case quantities
  /// `lstm1.output` and `lstm1.output.shape` for each layer.
  case outputs
  /// `lstm1.units` for each recurrent layer.
  case units
  /// `lstm1.kernel` and every other weight.
  case weights
  case bookmarks

  /// The words of a list of cases.
  static func cases<Case: CaseIterable & RawRepresentable>(
    of type: Case.Type
  ) -> Completion where Case.RawValue == String { .words(type.allCases.map(\.rawValue)) }
}
