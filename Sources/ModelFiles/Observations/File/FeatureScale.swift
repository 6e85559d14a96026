/// What each feature is lessened by and divided by.
struct FeatureScale: Hashable, Sendable {
  private(set) var offsets: [Double] = []
  private(set) var divisors: [Double] = []

  /// From the rows of a table `[rows, features]`, as scikit-learn's scalers have it: the deviation is
  /// that of the whole population, and a feature that never changes is only moved. NaN is passed over.
  init(_ scaling: InputReading.Scaling, _ values: [Double], features: Int, rows: Range<Int>) {
    for feature in 0..<features {
      let column = rows.lazy.map { values[$0 * features + feature] }.filter { !$0.isNaN }
      let count = Double(column.reduce(0) { count, _ in count + 1 })
      let offset: Double
      let divisor: Double
      switch scaling {
      case .standardise:
        offset = count == 0 ? 0 : column.reduce(0, +) / count
        let squares = column.reduce(0) { $0 + ($1 - offset) * ($1 - offset) }
        divisor = count == 0 ? 1 : (squares / count).squareRoot()
      case .normalise:
        offset = column.min() ?? 0
        divisor = (column.max() ?? 1) - offset
      }
      offsets.append(offset)
      divisors.append(divisor > 0 ? divisor : 1)
    }
  }

  /// A value of a feature on its scale.
  func scaled(_ value: Double, feature: Int) -> Double {
    (value - offsets[feature]) / divisors[feature]
  }
}
