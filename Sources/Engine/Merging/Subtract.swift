/// The settings of a Subtract layer: the second of its inputs is taken from the first, number by number.
package struct Subtract: MergingLayer {
  package static let kind = "Subtract"

  package var name: String
  package var masks = MaskMerge.any

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  static func merge(_ one: Float, _ other: Float) -> Float { one - other }

  static func slopes(_ one: Float, _ other: Float) -> (Float, Float) { (1, -1) }
}
