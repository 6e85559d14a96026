import Kernels

extension Initialiser {
  /// A weight of this shape.
  ///
  /// A matrix is `[incoming, outgoing]`; the kernel of a convolution has more axes before these two,
  /// whose product counts for both (keras.src.initializers.random_initializers.compute_fans).
  mutating func fill(_ shape: [Int], by kind: WeightInitialiser) -> Tensor {
    let count = shape.reduce(1, *)
    switch kind {
    case .constant(let value):
      return Tensor(shape: shape, values: [Float](repeating: value, count: count))
    case .uniform(let low, let high):
      return Tensor(
        shape: shape,
        values: (0..<count).map { _ in low + (high - low) * Float(chance.nextFraction()) })
    case .normal(let mean, let deviation, let isCut):
      let drawn = normal(count, isCut: isCut)
      return Tensor(shape: shape, values: drawn.map { mean + deviation * $0 })
    case .scaled(1, .average, .uniform) where shape.count > 1:
      return glorotUniform(shape)
    case .scaled(let scale, let fan, let spread):
      return Tensor(shape: shape, values: scaled(shape, scale, fan, spread))
    case .orthogonal(let gain):
      return orthogonal(shape, gain: gain)
    case .identity(let gain):
      let columns = shape.last ?? 1
      let values = (0..<count).map { $0 / columns == $0 % columns ? gain : 0 }
      return Tensor(shape: shape, values: values)
    }
  }

  private mutating func scaled(
    _ shape: [Int], _ scale: Double, _ fan: WeightInitialiser.Fan,
    _ spread: WeightInitialiser.Spread
  ) -> [Float] {
    let count = shape.reduce(1, *)
    let field = shape.count < 3 ? 1 : shape.dropLast(2).reduce(1, *)
    let outgoing = Double(field * (shape.last ?? 1))
    let incoming = shape.count < 2 ? outgoing : Double(field * shape[shape.count - 2])
    let divisor =
      switch fan {
      case .incoming: incoming
      case .outgoing: outgoing
      case .average: (incoming + outgoing) / 2
      }
    let variance = scale / max(1, divisor)
    switch spread {
    case .uniform:
      let limit = (3 * variance).squareRoot()
      return even(shape, within: limit).values
    case .normal:
      let deviation = Float(variance.squareRoot())
      return normal(count, isCut: false).map { deviation * $0 }
    case .cutNormal:
      // What is cut off makes the deviation smaller by this.
      let deviation = Float(variance.squareRoot() / 0.879_625_661_034_239_78)
      return normal(count, isCut: true).map { deviation * $0 }
    }
  }

  /// Numbers of the normal distribution; with `isCut` those beyond 2 are drawn again.
  private mutating func normal(_ count: Int, isCut: Bool) -> [Float] {
    var values = [Float](unsafeUninitializedCapacity: count) { buffer, initialised in
      initialised = count
      guard let start = buffer.baseAddress else { return }
      fillNormally(start, count, &chance.state)
    }
    guard isCut else { return values }
    for index in values.indices {
      while values[index].magnitude > 2 {
        withUnsafeMutablePointer(to: &values[index]) { fillNormally($0, 1, &chance.state) }
      }
    }
    return values
  }

  private mutating func orthogonal(_ shape: [Int], gain: Float) -> Tensor {
    let columns = shape.last ?? 1
    let rows = shape.dropLast().reduce(1, *)
    var values: [Float]
    if rows <= columns {
      values = orthogonal(rows: rows, columns: columns).values
    } else {
      let turned = orthogonal(rows: columns, columns: rows).values
      values = (0..<rows * columns).map { turned[$0 % columns * rows + $0 / columns] }
    }
    if gain != 1 { values = values.map { gain * $0 } }
    return Tensor(shape: shape, values: values)
  }
}
