/// What repeated measuring of one thing gave.
struct Measurement: Codable {
  /// What was measured.
  private(set) var name: String
  /// What the numbers count: "ms", "bytes" …
  let unit: String
  /// How often.
  let runs: Int
  let median: Double
  let least: Double
  let most: Double
  /// The 99th of a hundred, in order of size; the most where there are fewer.
  let percentile99: Double

  /// The figures of some runs.
  init(_ name: String, unit: String, _ values: [Double]) {
    precondition(!values.isEmpty, "a measurement needs a run")
    let sorted = values.sorted()
    self.name = name
    self.unit = unit
    runs = sorted.count
    let middle = sorted.count / 2
    median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    least = sorted[0]
    most = sorted[sorted.count - 1]
    percentile99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
  }

  /// The same figures under another name.
  func named(_ name: String) -> Measurement {
    var measurement = self
    measurement.name = name
    return measurement
  }

  /// Runs a body several times after one run that does not count; `perRun` times in each, where one
  /// is too short for the clock. A figure is that of one of the `pieces` that a body does.
  static func milliseconds(
    _ name: String, runs: Int, perRun: Int = 1, pieces: Int = 1, _ body: () throws -> Void
  ) rethrows -> Measurement {
    let clock = ContinuousClock()
    try body()
    var values: [Double] = []
    for _ in 0..<runs {
      let start = clock.now
      for _ in 0..<perRun { try body() }
      values.append((clock.now - start).milliseconds / Double(perRun * pieces))
    }
    return Measurement(name, unit: "ms", values)
  }
}

extension Duration {
  /// The duration as a number of milliseconds.
  var milliseconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }
}
