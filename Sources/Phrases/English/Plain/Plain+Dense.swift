/// A Dense layer in words.
extension PlainPhrases {
  /// A unit's sum, and what the curve makes of it.
  package static func sum(_ total: String, curve: String, output: String) -> String {
    curve == "z"
      ? "Sum z = \(total), the output." : "Sum z = \(total), output \(curve) = \(output)."
  }

  package static func bias(_ bias: String) -> String { "Bias: \(bias)" }

  /// One term, and what has been added up with it.
  package static func term(
    _ name: String, value: String, weight: String, product: String, soFar: String
  ) -> String {
    "\(name): \(value) times \(weight) = \(product), so far \(soFar)"
  }

  /// Several terms as one step.
  package static func terms(_ name: String, product: String, soFar: String) -> String {
    "\(name): \(product), so far \(soFar)"
  }

  package static func outputs(of layer: String, units: Int) -> String {
    "\(layer) outputs, \(counted(units, "unit")):"
  }
}
