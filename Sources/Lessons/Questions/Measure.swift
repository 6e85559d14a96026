import Documents
import Vocabulary

/// A formula, computed after some commands.
package struct Measure: Sendable {
  package var formula: Formula
  package var commands: [PlacedCommand]
  package var place: Place
  package var text: String
}
