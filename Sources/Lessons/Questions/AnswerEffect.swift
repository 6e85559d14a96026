/// What the right answer of a question does.
package enum AnswerEffect: Sendable {
  case nothing
  /// Some commands are carried out.
  case commands([PlacedCommand])
  /// A key is pressed.
  case key(String)
  /// A layer takes the place of the one of a name.
  case replaces(KerasLine, layer: String)
}
