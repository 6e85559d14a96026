/// A layer in which others meet, number by number.
protocol MergingLayer: ComputingLayer {
  /// What two numbers become.
  static func merge(_ one: Float, _ other: Float) -> Float
}

extension MergingLayer {
  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    guard inputs.count >= 2 else { throw .inputs(layer: name, expected: 2, found: inputs.count) }
    var shape = inputs[0]
    var isRowwise = true
    for other in inputs.dropFirst() {
      // Where rows are spread, one row of what leaves needs another row of what comes in.
      if other.dimensions.dropFirst() != shape.dimensions.dropFirst() { isRowwise = false }
      guard let joined = shape.joined(other) else {
        throw .unlike(layer: name, first: shape, second: other)
      }
      shape = joined
    }
    return LayerPlan(outputShape: shape, isRowwise: isRowwise)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let rows = inputs.map(\.rows).max() ?? 1
    let width = inputs.map(\.width).max() ?? 1
    let timesteps = inputs.compactMap(\.timesteps).max()
    let spread = inputs.map { $0.spread(timesteps: timesteps, rows: rows, width: width, of: count) }
    return .output(RowMerge.each(Self.merge).merged(spread, rows: count * rows))
  }
}

extension Shape {
  /// The shape of what is worked out number by number of this and another, where an axis of length 1
  /// goes with any; nil where they do not go together.
  fileprivate func joined(_ other: Shape) -> Shape? {
    var (long, short) = (dimensions, other.dimensions)
    if long.count < short.count { swap(&long, &short) }
    // Axes go together from the last one on; the batch is not one of them.
    while short.count < long.count { short.insert(1, at: 1) }
    var joined: [Int?] = []
    for (one, two) in zip(long, short) {
      guard one == two || one == 1 || two == 1 || one == nil || two == nil else { return nil }
      joined.append(one == 1 ? two : one ?? two)
    }
    return Shape(joined)
  }
}

extension Flow {
  /// The same with an axis of length 1 repeated.
  fileprivate func spread(timesteps: Int?, rows: Int, width: Int, of count: Int) -> Flow {
    var spread = Flow(values: values, timesteps: timesteps, width: width, mask: mask)
    if let mask, self.rows == 1, rows > 1 {
      spread.mask = mask.flatMap { [Bool](repeating: $0, count: rows) }
    }
    if self.rows == rows && self.width == width { return spread }
    spread.values = []
    spread.values.reserveCapacity(count * rows * width)
    for observation in 0..<count {
      for row in 0..<rows {
        let start = (observation * self.rows + (self.rows == 1 ? 0 : row)) * self.width
        for column in 0..<width {
          spread.values.append(values[start + (self.width == 1 ? 0 : column)])
        }
      }
    }
    return spread
  }
}
