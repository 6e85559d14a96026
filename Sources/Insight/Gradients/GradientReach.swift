import Engine

/// How large a gradient is over all units of a layer at each timestep, and how far back it reaches.
package struct GradientReach: Hashable, Sendable {
  /// The gradient.
  package let quantity: QuantityName
  /// √Σ² over the units, for each timestep of the layer.
  package let sizes: [Float]
  /// The largest of them; 0 where there is none that is finite.
  package let largest: Float

  /// The gradient of one state of a recurrent layer.
  package init(_ trace: Trace, _ quantity: QuantityName, layer: Int) {
    self.quantity = quantity
    let all = trace.all(quantity, layer: layer)
    let units = max(1, all.shape[1])
    sizes = (0..<all.shape[0]).map { timestep in
      Float(
        all.values[timestep * units..<(timestep + 1) * units]
          .reduce(0) { $0 + Double($1) * Double($1) }.squareRoot())
    }
    largest = sizes.filter(\.isFinite).max() ?? 0
  }

  /// One whose sizes were worked out already.
  package init(_ quantity: QuantityName, sizes: [Float]) {
    self.quantity = quantity
    self.sizes = sizes
    largest = sizes.filter(\.isFinite).max() ?? 0
  }

  /// What a full bar stands for.
  package var scale: ValueScale { .decades(largest > 0 ? largest : 1) }

  /// The first timestep at which a hundredth of the largest is reached; nil where all is zero.
  package var first: Int? {
    largest > 0 ? sizes.firstIndex { $0 >= largest / 100 } : nil
  }
}
