/// The name and the shape of one weight of a layer.
package struct WeightShape: Hashable, Sendable {
  /// The layer it belongs to.
  package var layer: String
  /// `kernel`, `recurrent_kernel` or `bias`.
  package var name: String
  /// `[features, 4·units]` for an LSTM's kernel, its columns in the order i, f, g, o.
  package var dimensions: [Int]

  /// The name in a file of weights, `lstm1/kernel`.
  package var key: String { layer + "/" + name }
}
