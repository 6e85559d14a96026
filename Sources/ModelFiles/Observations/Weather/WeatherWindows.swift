import Documents
import Engine
import Foundation

/// Windows over the days: window n holds the days n, n + 1, …, and asks whether it rains on the
/// day after them.
///
/// Ten features: the four measured numbers, each minus its mean and over its standard deviation of
/// the first 1,050 days, five one-hot columns for the word, and the season,
/// cos(2π·(day of year − 1) / 365.25). A window is built when it is asked for.
package struct WeatherWindows: Hashable, Sendable {
  /// The windows 0 to 999.
  package static let trainingCount = 1000
  /// The first test window. With 50 days a window no earlier one reaches beyond day 1,099.
  package static let firstTest = 1050
  /// The days that give means and deviations: those of the training windows.
  static let standardDays = 1050
  package static let features =
    WeatherDays.measured + WeatherKind.allCases.map { Feature(name: $0.rawValue) }
    + [Feature(name: "season")]

  /// The days behind the windows.
  package let days: WeatherDays
  /// How many days a window holds.
  package let timesteps: Int

  private let means: [Float]
  private let deviations: [Float]

  /// Reads the days of `file`; throws when there are too few for one test window.
  package init(contentsOf file: String, timesteps: Int) throws(FileError) {
    days = try WeatherDays(contentsOf: file)
    self.timesteps = timesteps
    let (needed, overflow) = timesteps.addingReportingOverflow(Self.firstTest + 1)
    guard !overflow, days.count >= needed else {
      throw FileError(file, .tooFewDays(needed: needed, found: days.count))
    }
    (means, deviations) = Self.standard(days.numbers)
  }

  /// Mean and standard deviation of each column, added row by row in float32 as NumPy does, so
  /// that the features are those the shipped network was trained on, bit for bit.
  private static func standard(_ numbers: [Float]) -> (means: [Float], deviations: [Float]) {
    numbers.withUnsafeBufferPointer { numbers in
      var means: [Float] = []
      var deviations: [Float] = []
      for column in 0..<4 {
        var sum: Float = 0
        var row = 0
        while row < standardDays {
          sum += numbers[row * 4 + column]
          row += 1
        }
        let mean = sum / Float(standardDays)
        sum = 0
        row = 0
        while row < standardDays {
          let difference = numbers[row * 4 + column] - mean
          sum += difference * difference
          row += 1
        }
        means.append(mean)
        let deviation = (sum / Float(standardDays)).squareRoot()
        // A column that never changes stays at 0 instead of becoming NaN.
        deviations.append(deviation > 0 ? deviation : 1)
      }
      return (means, deviations)
    }
  }

  /// The feature `precipitation` of a day without any.
  package var dry: Float { -means[0] / deviations[0] }

  /// How many windows have a day after them.
  package var count: Int { days.count - timesteps }

  /// The features of window `index`, `[timesteps, 10]`.
  package func observation(_ index: Int) -> Observation {
    var values: [Float] = []
    values.reserveCapacity(timesteps * Self.features.count)
    for day in index..<index + timesteps {
      for column in 0..<4 {
        values.append((days.numbers[day * 4 + column] - means[column]) / deviations[column])
      }
      for kind in WeatherKind.allCases { values.append(days.kinds[day] == kind ? 1 : 0) }
      values.append(Self.season(days.dates[day]))
    }
    return Observation(timesteps: timesteps, features: Self.features.count, values: values)
  }

  private static func season(_ date: CalendarDay) -> Float {
    Float(cos(2 * Double.pi * Double(date.dayOfYear - 1) / 365.25))
  }

  /// Whether it rains on the day after window `index`.
  package func target(_ index: Int) -> Bool { days.isWet(index + timesteps) }

  /// The part of the data that window `index` belongs to.
  package func split(_ index: Int) -> Split {
    if index < Self.trainingCount { return .training }
    return index < Self.firstTest ? .unused : .test
  }

  func facts(_ index: Int) -> ObservationFacts {
    let next = index + timesteps
    return ObservationFacts(
      index: index,
      kind: .weather(
        first: days.dates[index], last: days.dates[next - 1], next: days.dates[next]),
      split: split(index), target: target(index))
  }

  func timesteps(of index: Int) -> [TimestepFacts] {
    (index..<index + timesteps).map(facts(ofDay:))
  }

  private func facts(ofDay day: Int) -> TimestepFacts {
    var readings = WeatherDays.measured.enumerated().map { column, feature in
      Reading(.number(oneDecimal(days.numbers[day * 4 + column])), unit: feature.unit)
    }
    for kind in WeatherKind.allCases {
      readings.append(Reading(.truth(days.kinds[day] == kind)))
    }
    readings.append(Reading(.dayOfYear(days.dates[day].dayOfYear)))
    return TimestepFacts(
      mark: .day(days.dates[day]), word: days.kinds[day].rawValue, readings: readings)
  }
}

/// `12.8`, as the weather records have it.
private func oneDecimal(_ value: Float) -> String {
  let tenths = (Double(value) * 10).rounded()
  guard abs(tenths) < 1e15 else { return "\(value)" }
  let whole = Int(abs(tenths))
  return "\(tenths < 0 ? "-" : "")\(whole / 10).\(whole % 10)"
}

extension WeatherWindows: ObservationSeries {
  var observationCount: Int? { count }
  var featureCount: Int { Self.features.count }
  var source: String { "the weather" }
}
