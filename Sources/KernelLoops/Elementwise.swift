/// Sixteen numbers from `source`, or fewer with zeros behind them.
@_transparent
public func load(_ source: UnsafePointer<Float>, _ count: Int) -> Sixteen {
  if count >= 16 { return Sixteen(from: source) }
  var part = Sixteen(repeating: 0)
  var index = 0
  while index < count {
    part[index] = source[index]
    index += 1
  }
  return part
}

/// Writes the first `count` of sixteen numbers, at most all of them.
@_transparent
public func store(_ numbers: Sixteen, _ target: UnsafeMutablePointer<Float>, _ count: Int) {
  if count >= 16 { return numbers.write(to: target) }
  var index = 0
  while index < count {
    target[index] = numbers[index]
    index += 1
  }
}

/// Replaces every number of a row by its place on a curve.
@_transparent
public func replaceEach(
  _ target: UnsafeMutablePointer<Float>, _ count: Int, _ curve: (Sixteen) -> Sixteen
) {
  var index = 0
  while index < count {
    let left = count - index
    store(curve(load(target + index, left)), target + index, left)
    index += 16
  }
}

/// Puts `columns` numbers of each row through a curve, in place.
@inlinable @inline(__always)
public func apply<Rule: Rounding>(
  _ rule: Rule.Type, _ curve: Curve, to numbers: MutableRows, rows: Int, columns: Int
) {
  var row = 0
  while row < rows {
    let target = numbers.row(row)
    switch curve {
    case .tanh: replaceEach(target, columns) { hyperbolicTangent(rule, $0) }
    case .sigmoid: replaceEach(target, columns) { logistic(rule, $0) }
    case .relu:
      replaceEach(target, columns) {
        $0.replacing(with: Sixteen(repeating: 0), where: $0 .< Sixteen(repeating: 0))
      }
    case .linear: break
    case .hardSigmoid: replaceEach(target, columns) { hardLogistic($0) }
    case .hardSigmoidOfKeras2:
      replaceEach(target, columns) {
        clipped($0 * Sixteen(repeating: 0.2) + Sixteen(repeating: 0.5), 0, 1)
      }
    case .softsign: replaceEach(target, columns) { softSign($0) }
    case .softplus: replaceEach(target, columns) { softPlus(rule, $0) }
    case .elu:
      replaceEach(target, columns) { exponentialUnit(rule, $0, above: 1, below: 1) }
    case .selu:
      replaceEach(target, columns) {
        exponentialUnit(rule, $0, above: 1.050_701, below: 1.758_099_3)
      }
    case .gelu: replaceEach(target, columns) { gaussianUnit(rule, $0) }
    case .silu: replaceEach(target, columns) { $0 * logistic(rule, $0) }
    case .mish:
      replaceEach(target, columns) { $0 * hyperbolicTangent(rule, softPlus(rule, $0)) }
    case .leakyReLU: replaceEach(target, columns) { leakyUnit($0) }
    case .relu6: replaceEach(target, columns) { clipped($0, 0, 6) }
    case .hardTanh: replaceEach(target, columns) { clipped($0, -1, 1) }
    case .hardSilu: replaceEach(target, columns) { $0 * hardLogistic($0) }
    case .exponential: replaceEach(target, columns) { exponential(rule, $0) }
    }
    row += 1
  }
}

/// Turns each row into parts of one: eˣ over the sum of eˣ, added up from left to right.
@inlinable @inline(__always)
public func softmax<Rule: Rounding>(
  _ rule: Rule.Type, _ numbers: MutableRows, rows: Int, columns: Int
) {
  var row = 0
  while row < rows {
    let target = numbers.row(row)
    // The largest becomes 0, so that no power overflows.
    var largest = -Float.infinity
    var index = 0
    while index < columns {
      if target[index] > largest { largest = target[index] }
      index += 1
    }
    let top = Sixteen(repeating: largest)
    replaceEach(target, columns) { exponential(rule, $0 - top) }
    var sum: Float = 0
    index = 0
    while index < columns {
      sum += target[index]
      index += 1
    }
    let whole = Sixteen(repeating: sum)
    replaceEach(target, columns) { $0 / whole }
    row += 1
  }
}
