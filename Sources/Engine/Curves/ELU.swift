import Foundation

/// The settings of an ELU layer: x, and alpha·(eˣ − 1) below 0.
package struct ELU: BentLayer {
  package static let kind = "ELU"

  package var name: String
  /// What the curve tends to far below 0, turned over.
  package var alpha = 1.0

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<ELU>] = [
    .number("alpha", \.alpha, standard: 1)
  ]

  func value(_ x: Float) -> Float { x < 0 ? Float(alpha * expm1(Double(x))) : x }

  func slope(_ x: Float) -> Float { x > 0 ? 1 : Float(alpha * exp(Double(x))) }
}
