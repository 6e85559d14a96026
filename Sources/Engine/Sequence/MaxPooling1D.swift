/// The settings of a MaxPooling1D layer: the largest number of each feature in a window that moves over the timesteps.
package struct MaxPooling1D: PoolingLayer {
  package static let kind = "MaxPooling1D"

  package var name: String
  /// How many timesteps the window holds.
  package var poolSize = 2
  /// How far it moves; 0 for as far as it is long.
  package var strides = 0
  /// What becomes of it beyond the ends.
  var padding = Window.Padding.valid

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<MaxPooling1D>] = [
    .integer("pool_size", \.poolSize, standard: 2),
    .integer("strides", \.strides, standard: 0),
    .word("padding", \.padding, standard: .valid),
  ]

  static func pooled(_ numbers: [Float]) -> Float {
    numbers.dropFirst().reduce(numbers[0]) { $0.isNaN || $0 > $1 ? $0 : $1 }
  }

  /// All goes to the first of the largest, as TensorFlow has it.
  static func slopes(_ numbers: [Float]) -> [Float] {
    var slopes = [Float](repeating: 0, count: numbers.count)
    slopes[numbers.firstIndex(of: pooled(numbers)) ?? 0] = 1
    return slopes
  }
}
