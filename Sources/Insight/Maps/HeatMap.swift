import Engine
import Wording

/// One quantity of all rows, units or features, at all timesteps, and the scale that holds it, or a
/// scale for each row.
package struct HeatMap: Sendable {
  /// What is shown.
  package let quantity: QuantityName
  /// The units, or the features.
  package let rows: Int
  /// How many timesteps there are.
  package let timesteps: Int
  /// Those of them whose values are held: of a long run the ones around the open timestep.
  package let held: Range<Int>
  /// `[held, rows]`.
  private let values: [Float]
  /// What holds all values.
  package let scale: ValueScale
  /// What holds the values of each row, `[rows]`; nil where all rows stand on `scale`.
  private let ownScales: [Float]?
  /// The values in hundredths of their scale, `[held, rows]`, ready to be drawn; `noNumber` where
  /// there is none.
  package let levels: [Int8]

  /// The level of what is no number.
  package static var noNumber: Int8 { .min }

  /// A map of values, `[timesteps, rows]`. The `bounds` of the quantity are its scale where they hold
  /// every value; otherwise its scale is symmetric and reaches to the largest, rounded up. `isEach`
  /// gives each row a scale of its own, symmetric too, that reaches to the row's largest.
  package init(
    _ quantity: QuantityName, _ values: [Float], rows: Int, bounds: ValueScale? = nil,
    isEach: Bool = false
  ) {
    var reach = ValueReach(units: rows)
    if rows > 0 { values.withUnsafeBufferPointer { reach.add($0) } }
    let timesteps = rows > 0 ? values.count / rows : 0
    self.init(
      quantity, values, of: 0..<timesteps, timesteps: timesteps, reach: reach, bounds: bounds,
      isEach: isEach)
  }

  /// A map of which the values of some timesteps are held, `[held, rows]`; `reach` is how far those of
  /// all its timesteps go.
  package init(
    _ quantity: QuantityName, _ values: [Float], of held: Range<Int>, timesteps: Int,
    reach: ValueReach,
    bounds: ValueScale? = nil, isEach: Bool = false
  ) {
    self.quantity = quantity
    self.values = values
    self.held = held
    self.timesteps = timesteps
    rows = reach.largest.count
    let scale: ValueScale =
      switch bounds {
      case .unit where reach.least >= 0 && reach.most <= 1: .unit
      case .symmetric(let bound) where max(-reach.least, reach.most) <= bound: .symmetric(bound)
      default: .symmetric(roundedUp(max(-reach.least, reach.most)))
      }
    self.scale = scale
    ownScales = isEach ? reach.largest.map { Scales.usable($0, of: quantity) } : nil
    levels = Self.levels(values, rows: rows, ownScales ?? Array(repeating: scale.most, count: rows))
  }

  /// What holds the values of a row.
  package func scale(of row: Int) -> ValueScale { ownScales.map { .symmetric($0[row]) } ?? scale }

  /// Whether each row stands on a scale of its own.
  package var isEach: Bool { ownScales != nil }

  /// The value of a row at a timestep that is held.
  package subscript(row: Int, timestep: Int) -> Float {
    values[(timestep - held.lowerBound) * rows + row]
  }

  /// The same in hundredths of its scale.
  package func level(_ row: Int, _ timestep: Int) -> Int8 {
    levels[(timestep - held.lowerBound) * rows + row]
  }

  /// Whether values have a sign, and so stand above and hang below zero.
  package var isSigned: Bool { isEach || scale != .unit }

  /// What the ends and the middle of the scale are called: at most four characters each. They begin
  /// with a sign or a space, which parts them from the scale where that is made of digits.
  package var labels: (top: String, middle: String, bottom: String) {
    if isEach { return ("+max", " 0", "-max") }
    return switch scale {
    case .unit: (" 1", " 0.5", " 0")
    case .symmetric(let most), .decades(let most):
      // A long number stands once.
      brief(most).count > 3
        ? (brief(most), " 0", "-") : ("+" + brief(most), " 0", "-" + brief(most))
    }
  }

  /// `mosts` are what the rows' scales reach to, `[rows]`.
  private static func levels(_ values: [Float], rows: Int, _ mosts: [Float]) -> [Int8] {
    let factors = mosts.map { 100 / $0 }
    return [Int8](unsafeUninitializedCapacity: values.count) { levels, count in
      count = values.count
      values.withUnsafeBufferPointer { values in
        factors.withUnsafeBufferPointer { factors in
          var row = 0
          var place = 0
          while place < values.count {
            let value = values[place] * factors[row]
            levels[place] =
              value.isFinite ? Int8(min(100, max(-100, value.rounded()))) : noNumber
            place += 1
            row = row + 1 == rows ? 0 : row + 1
          }
        }
      }
    }
  }
}

/// A size rounded up so that three characters hold it: a scale is then easy to read and still holds
/// its largest. 25.06 is 26, 2.664 is 2.7, 0.131 is 0.14, 0.044 is 0.05, 1234 is 2000. 0 is 1, which
/// needs some scale.
package func roundedUp(_ size: Float) -> Float {
  guard size > 1e-30, size.isFinite else { return 1 }
  var unit = 1.0
  let digits: Double = size >= 1000 || size < 0.1 ? 1 : 10
  while Double(size) / unit >= digits * 10 { unit *= 10 }
  while Double(size) / unit < digits { unit /= 10 }
  return Float((Double(size) / unit - 1e-6).rounded(.up) * unit)
}

/// A number that `roundedUp` gave, in three characters as far as they go: 130, 26, 2.7, .37, 2e3.
package func brief(_ number: Float) -> String {
  if number >= 999.5 || number < 0.0095 { return scientific(number, inTwoFigures: false) }
  if number >= 9.95 || number == 1 { return decimal(number, digits: 0) }
  if number > 1 { return decimal(number, digits: 1) }
  return String(decimal(number, digits: 2).dropFirst())
}
