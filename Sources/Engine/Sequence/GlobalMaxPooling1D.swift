/// The settings of a GlobalMaxPooling1D layer: the largest number of each feature over all timesteps.
package struct GlobalMaxPooling1D: GlobalPoolingLayer {
  package static let kind = "GlobalMaxPooling1D"

  package var name: String
  /// Whether one timestep stays, so that a sequence of one row leaves.
  package var keepDims = false

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<GlobalMaxPooling1D>] = [
    .flag("keepdims", \.keepDims, standard: false)
  ]

  static func pooled(_ numbers: [Float], where counts: ArraySlice<Bool>?) -> Float {
    numbers.dropFirst().reduce(numbers[0]) { $0.isNaN || $0 > $1 ? $0 : $1 }
  }

  /// The largest share equally where there are several, as TensorFlow has it.
  static func slopes(_ numbers: [Float], where counts: ArraySlice<Bool>?) -> [Float] {
    let largest = pooled(numbers, where: counts)
    let share = 1 / Float(numbers.count { $0 == largest })
    return numbers.map { $0 == largest ? share : 0 }
  }
}
