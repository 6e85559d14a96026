/// The settings of a Minimum layer: the smaller of two numbers leaves.
package struct Minimum: MergingLayer {
  package static let kind = "Minimum"

  package var name: String

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  static func merge(_ one: Float, _ other: Float) -> Float {
    one.isNaN || one < other ? one : other
  }
}
