/// A layer in which others meet, number by number.
protocol MergingLayer: ComputingLayer {
  /// Which timesteps count behind it.
  var masks: MaskMerge { get set }
  /// What becomes of numbers that are skipped.
  static var skipped: SkippedNumbers { get }
  /// What two numbers become.
  static func merge(_ one: Float, _ other: Float) -> Float
  /// How much of a change of each gets through.
  static func slopes(_ one: Float, _ other: Float) -> (Float, Float)
  /// What the result is divided by where so many inputs meet.
  static func divisor(of inputs: Int) -> Float
}

extension MergingLayer {
  static var skipped: SkippedNumbers { .taken }
  static func divisor(of inputs: Int) -> Float { 1 }

  package static var settings: [LayerSetting<Self>] {
    [.word("masks", \.masks, standard: .any)]
  }

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
    let spread = spread(inputs, of: count)
    var result = merged(spread)
    result.mask = masks.mask(of: spread)
    if case .one = Self.skipped, masks == .any, let mask = result.mask {
      result.replace(where: mask) { _ in 0 }
    }
    let divisor = Self.divisor(of: inputs.count)
    if divisor != 1 {
      for place in result.values.indices { result.values[place] /= divisor }
    }
    return .output(result)
  }

  /// The inputs in one shape.
  func spread(_ inputs: [Flow], of count: Int) -> [Flow] {
    let rows = inputs.map(\.rows).max() ?? 1
    let width = inputs.map(\.width).max() ?? 1
    let timesteps = inputs.compactMap(\.timesteps).max()
    return inputs.map { $0.spread(timesteps: timesteps, rows: rows, width: width, of: count) }
  }

  /// What flows of the same shape become; `meeting` is shown each two that meet, in their order.
  func merged(_ flows: [Flow], meeting: (Flow, Flow) -> Void = { _, _ in }) -> Flow {
    var parts = flows
    if masks == .any, case .one = Self.skipped {
      for place in parts.indices {
        if let mask = parts[place].mask { parts[place].replace(where: mask) { _ in 1 } }
      }
    }
    var result = parts[0]
    for var part in parts.dropFirst() {
      if masks == .any, case .other = Self.skipped {
        if let mask = part.mask { part.replace(where: mask) { result.values[$0] } }
        if let mask = result.mask { result.replace(where: mask) { part.values[$0] } }
      }
      meeting(result, part)
      let mask = MaskMerge.any.mask(of: [result, part])
      result = RowMerge.each(Self.merge).merged(
        [result, part], rows: result.values.count / result.width)
      result.mask = mask
    }
    return result
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

extension Flow {
  /// Puts other numbers, by their places, where a timestep does not count.
  fileprivate mutating func replace(where mask: [Bool], by number: (Int) -> Float) {
    for (row, counts) in mask.enumerated() where !counts {
      for place in row * width..<(row + 1) * width { values[place] = number(place) }
    }
  }
}
