/// The settings of a Maximum layer: the larger of two numbers leaves.
package struct Maximum: MergingLayer {
  package static let kind = "Maximum"

  package var name: String
  package var masks = MaskMerge.any

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  static let skipped = SkippedNumbers.other

  static func merge(_ one: Float, _ other: Float) -> Float {
    one.isNaN || one > other ? one : other
  }

  /// Of equal numbers the first counts, as TensorFlow has it.
  static func slopes(_ one: Float, _ other: Float) -> (Float, Float) {
    one >= other ? (1, 0) : (0, 1)
  }
}
