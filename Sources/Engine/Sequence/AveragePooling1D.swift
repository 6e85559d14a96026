/// The settings of an AveragePooling1D layer: the mean of each feature in a window that moves over the timesteps.
package struct AveragePooling1D: PoolingLayer {
  package static let kind = "AveragePooling1D"

  package var name: String
  /// How many timesteps the window holds.
  package var poolSize = 2
  /// How far it moves; 0 for as far as it is long.
  package var strides = 0
  /// What becomes of it beyond the ends.
  var padding = Window.Padding.valid

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<AveragePooling1D>] = [
    .integer("pool_size", \.poolSize, standard: 2),
    .integer("strides", \.strides, standard: 0),
    .word("padding", \.padding, standard: .valid),
  ]

  static func pooled(_ numbers: [Float]) -> Float {
    numbers.reduce(0, +) / Float(numbers.count)
  }

  static func slopes(_ numbers: [Float]) -> [Float] {
    [Float](repeating: 1 / Float(numbers.count), count: numbers.count)
  }
}
