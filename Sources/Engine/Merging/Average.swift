/// The settings of an Average layer: the mean of what it reads, number by number.
package struct Average: MergingLayer {
  package static let kind = "Average"

  package var name: String
  package var masks = MaskMerge.any

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  static func merge(_ one: Float, _ other: Float) -> Float { one + other }

  static func slopes(_ one: Float, _ other: Float) -> (Float, Float) { (1, 1) }

  static func divisor(of inputs: Int) -> Float { Float(inputs) }
}
