/// The settings of a Multiply layer: what it reads is multiplied, number by number.
package struct Multiply: MergingLayer {
  package static let kind = "Multiply"

  package var name: String
  package var masks = MaskMerge.any

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  static let skipped = SkippedNumbers.one

  static func merge(_ one: Float, _ other: Float) -> Float { one * other }

  static func slopes(_ one: Float, _ other: Float) -> (Float, Float) { (other, one) }
}
