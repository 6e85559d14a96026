/// A thing to say, at every length that a screen may have room for.
///
///     Sentence("lstm1 hands on h of every timestep, 128 numbers each.", "lstm1 hands on every h.")
package struct Sentence: Hashable, Sendable {
  /// The longest first; never empty.
  package let forms: [String]

  package init(_ long: String, _ shorter: String...) { forms = [long] + shorter }

  /// The longest form that fits a width; the shortest where none does.
  package func fitted(to width: Int) -> String { Fitted.form(forms, width: width) }
}

extension Sentence: ExpressibleByStringInterpolation {
  package init(stringLiteral text: String) { self.init(text) }
}
