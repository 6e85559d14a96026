import Foundation
import Learning
import ModelFiles
import Testing

@Suite struct WeatherTaskTests {
  private let task: WeatherTask
  /// The precipitation of each day, read here from the file's second column.
  private let rain: [Double]

  init() throws {
    task = try WeatherTask(in: Tasks.library)
    let text = try String(
      contentsOfFile: Tasks.lessons + "/data/seattle-weather.csv", encoding: .utf8)
    rain = text.split(separator: "\n").dropFirst().compactMap {
      Double($0.split(separator: ",")[1])
    }
  }

  @Test("windows 0 to 999 are for training, 1050 to 1410 for the test, in their order")
  func parts() {
    #expect(rain.count == 1461)
    for (part, first, count) in [(TaskPart.training, 0, 1000), (.test, 1050, 361)] {
      #expect(task.count(of: part) == count)
      let examples = task.examples(10_000, of: part, seed: 1)
      #expect(
        examples.map(\.target) == (first..<first + count).map { [rain[$0 + 50] > 0 ? 1 : 0] })
    }
  }

  @Test("the four numbers have mean 0 and deviation 1 over the days of the training windows")
  func standardised() {
    let examples = task.examples(1000, seed: 1)
    // Days 0 to 49, then the last day of each further window: the 1,049 days that are read.
    for feature in 0..<4 {
      let first = (0..<50).map { examples[0].observation.values[$0 * 10 + feature] }
      let others = examples.dropFirst().map { $0.observation.values[490 + feature] }
      let values = (first + others).map(Double.init)
      // 1,050 days are standardised; the last is the last window's answer.
      #expect(values.count == 1049 && abs(mean(values)) < 0.01)
      #expect(abs(mean(values.map { $0 * $0 }) - 1) < 0.01)
    }
  }

  @Test("a sample of the windows keeps their order, and changes with the seed")
  func sample() {
    let all = task.examples(1000, seed: 1).map(\.observation)
    let some = task.examples(100, seed: 1).map(\.observation)
    let places = some.compactMap { all.firstIndex(of: $0) }
    #expect(places.count == 100 && places == places.sorted() && Set(places).count == 100)
    #expect(some != task.examples(100, seed: 2).map(\.observation))
  }

  @Test("tomorrow as today is right on 256 of 361, always dry on 219")
  func baselines() throws {
    let scores = task.baselineScores(
      training: task.examples(1000, seed: 1), test: task.examples(361, of: .test, seed: 1))
    let days = 1100..<1461
    let asToday = days.count { (rain[$0] > 0) == (rain[$0 - 1] > 0) }
    let dry = days.count { rain[$0] == 0 }
    #expect(asToday == 256 && dry == 219)
    #expect(scores.map(\.rule) == [.asToday, .always])
    let right = scores.map { (($0.measure.accuracy ?? 0) * 361).rounded() }
    #expect(right == [256, 219])
    // The loss, from the shares of wet days among the training's answers, days 50 to 1049.
    func loss(_ group: (Int) -> Bool) -> Double {
      mean(
        days.map { day in
          let alike = (50..<1050).filter { group($0) == group(day) }
          let share = Double(alike.count { rain[$0] > 0 }) / Double(alike.count)
          return -log(rain[day] > 0 ? share : 1 - share)
        })
    }
    #expect(abs(scores[0].measure.loss - loss { rain[$0 - 1] > 0 }) < 1e-6)
    #expect(abs(scores[1].measure.loss - loss { _ in true }) < 1e-6)
  }
}
