/// The settings of a GlobalAveragePooling1D layer: the mean of each feature over all timesteps that count.
package struct GlobalAveragePooling1D: GlobalPoolingLayer {
  package static let kind = "GlobalAveragePooling1D"

  package var name: String
  /// Whether one timestep stays, so that a sequence of one row leaves.
  package var keepDims = false

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<GlobalAveragePooling1D>] = [
    .flag("keepdims", \.keepDims, standard: false)
  ]

  static func pooled(_ numbers: [Float], where counts: ArraySlice<Bool>?) -> Float {
    guard let counts else { return numbers.reduce(0, +) / Float(numbers.count) }
    let read = zip(numbers, counts).filter(\.1).map(\.0)
    return read.reduce(0, +) / Float(read.count)
  }

  static func slopes(_ numbers: [Float], where counts: ArraySlice<Bool>?) -> [Float] {
    guard let counts else {
      return [Float](repeating: 1 / Float(numbers.count), count: numbers.count)
    }
    let share = 1 / Float(counts.count { $0 })
    return counts.map { $0 ? share : 0 }
  }
}
