/// The settings of an Add layer: what it reads is added up, number by number.
package struct Add: MergingLayer {
  package static let kind = "Add"

  package var name: String
  package var masks = MaskMerge.any

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  static func merge(_ one: Float, _ other: Float) -> Float { one + other }

  static func slopes(_ one: Float, _ other: Float) -> (Float, Float) { (1, 1) }
}
