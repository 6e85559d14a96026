/// The axis of sums on the Dense screen: the steps of a sum and the curve below them stand on the same
/// columns.
struct DenseAxis: Hashable {
  let low: Double
  let high: Double
  /// The first column, and how many there are.
  let start: Int
  let count: Int

  /// An axis that holds some sums, zero and a range, and ends on round numbers.
  init(holding sums: [Double], and form: ClosedRange<Double>, start: Int, count: Int) {
    var (low, high) = (form.lowerBound, form.upperBound)
    for sum in sums where sum.isFinite {
      low = min(low, sum)
      high = max(high, sum)
    }
    self.low = -Self.round(-min(low, 0))
    self.high = Self.round(max(high, 0))
    self.start = start
    self.count = max(1, count)
  }

  /// The halves of columns from the axis's start to a sum.
  func halves(_ sum: Double) -> Int {
    guard high > low else { return 0 }
    let share = (min(max(sum, low), high) - low) / (high - low)
    return Int((share * Double(2 * count)).rounded())
  }

  /// The column of a sum.
  func column(_ sum: Double) -> Int { start + min(count - 1, halves(sum) / 2) }

  /// The sum in the middle of a column, counted from the axis's start.
  func sum(at offset: Int) -> Double {
    low + (Double(offset) + 0.5) / Double(count) * (high - low)
  }

  var columns: Range<Int> { start..<start + count }

  /// The next round number from one on.
  private static func round(_ number: Double) -> Double {
    guard number > 0, number.isFinite else { return 0 }
    var power = 1.0
    while power * 10 <= number { power *= 10 }
    while power > number { power /= 10 }
    let steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
    return (steps.first { $0 * power >= number * 0.999_999 } ?? 10) * power
  }
}
